import type {SoundBand} from './sound-state.ts';

/** Where bands begin and end, in hertz. */
const BANDS: Record<SoundBand, readonly [from: number, to: number]> = {
  level: [40, 12_000],
  bass: [30, 150],
  treble: [2_000, 12_000],
};

/** In these times two thirds of the way are gone, up and down, in milliseconds. */
const ATTACK_MS = 25;
const RELEASE_MS = 220;

/** In this time the loudest that was heard is forgotten by two thirds, in milliseconds. */
const MEMORY_MS = 8_000;

/** What is fainter than this is no sound, of 1. */
const FAINTEST = 0.12;

/** Follows how loud a band is beside the loudest of the last seconds, so that a quiet room drives, too. */
export type Loudness = {
  /**
   * How loud it is now, 0…1.
   *
   * @param spectrum as `AnalyserNode.getByteFrequencyData` gives it
   * @param sampleRate in hertz
   */
  hear(spectrum: Uint8Array, sampleRate: number, band: SoundBand, timeMs: number): number;
};

/** Makes one that has heard nothing yet. */
export function createLoudness(): Loudness {
  let [loudest, now, before] = [FAINTEST, 0, 0];
  return {
    hear(spectrum, sampleRate, band, timeMs) {
      const sinceMs = Math.max(0, timeMs - before);
      before = timeMs;
      const heard = meanOf(spectrum, sampleRate, BANDS[band]);
      loudest = Math.max(heard, FAINTEST, loudest * Math.exp(-sinceMs / MEMORY_MS));
      const wanted = Math.max(0, heard - FAINTEST / 2) / (loudest - FAINTEST / 2);
      const slowness = wanted > now ? ATTACK_MS : RELEASE_MS;
      now += (wanted - now) * (1 - Math.exp(-sinceMs / slowness));
      return now;
    },
  };
}

/** The mean of the spectrum between two frequencies, 0…1. */
function meanOf(spectrum: Uint8Array, sampleRate: number, [from, to]: readonly [number, number]) {
  const width = sampleRate / 2 / spectrum.length;
  const first = Math.max(1, Math.floor(from / width));
  const last = Math.min(spectrum.length - 1, Math.max(first, Math.ceil(to / width)));
  let sum = 0;
  for (let bin = first; bin <= last; bin++) sum += spectrum[bin] ?? 0;
  return sum / (last - first + 1) / 255;
}
