import {describe, expect, it} from 'vitest';
import {createLoudness} from '../../../src/app/sound/loudness.ts';

const RATE = 48_000;
const BINS = 512;

/** A spectrum that is as loud as `value`, of 255, between two frequencies. */
function spectrumOf(value: number, from: number, to: number): Uint8Array {
  const width = RATE / 2 / BINS;
  return Uint8Array.from({length: BINS}, (_, bin) =>
    bin * width >= from && bin * width <= to ? value : 0,
  );
}

const BEAT = spectrumOf(200, 0, 200);
const HISS = spectrumOf(200, 3000, 10_000);
const SILENCE = new Uint8Array(BINS);

describe('loudness', () => {
  it('rises quickly with a beat, and falls slowly after it', () => {
    const loudness = createLoudness();
    loudness.hear(SILENCE, RATE, 'bass', 1000);
    expect(loudness.hear(BEAT, RATE, 'bass', 1030)).toBeGreaterThan(0.6);
    expect(loudness.hear(BEAT, RATE, 'bass', 1150)).toBeGreaterThan(0.95);
    expect(loudness.hear(SILENCE, RATE, 'bass', 1200)).toBeGreaterThan(0.7);
    expect(loudness.hear(SILENCE, RATE, 'bass', 2500)).toBeLessThan(0.01);
  });

  it('comes as far in a time, however many frames that has', () => {
    const [slow, quick] = [createLoudness(), createLoudness()];
    for (const each of [slow, quick]) each.hear(SILENCE, RATE, 'bass', 1000);
    for (let timeMs = 1002; timeMs < 1040; timeMs += 2) quick.hear(BEAT, RATE, 'bass', timeMs);

    expect(slow.hear(BEAT, RATE, 'bass', 1040)).toBeCloseTo(
      quick.hear(BEAT, RATE, 'bass', 1040),
      5,
    );
  });

  it('hears only its band', () => {
    const heard = (band: 'bass' | 'treble', spectrum: Uint8Array) => {
      const loudness = createLoudness();
      loudness.hear(SILENCE, RATE, band, 0);
      return loudness.hear(spectrum, RATE, band, 500);
    };
    expect(heard('bass', BEAT)).toBeGreaterThan(0.9);
    expect(heard('bass', HISS)).toBe(0);
    expect(heard('treble', HISS)).toBeGreaterThan(0.5);
    expect(heard('treble', BEAT)).toBe(0);
  });

  it('takes a quiet room for what it is loud in, and noise for nothing', () => {
    const after = (value: number) => {
      const loudness = createLoudness();
      loudness.hear(SILENCE, RATE, 'bass', 0);
      return loudness.hear(spectrumOf(value, 0, 200), RATE, 'bass', 500);
    };
    expect(after(60)).toBeGreaterThan(0.9);
    expect(after(8)).toBe(0);
  });

  it('stays within 0 and 1, whatever the clock does', () => {
    const loudness = createLoudness();
    for (const timeMs of [1000, 900, 900, 5e9, 0]) {
      const level = loudness.hear(BEAT, RATE, 'level', timeMs);
      expect(level).toBeGreaterThanOrEqual(0);
      expect(level).toBeLessThanOrEqual(1);
    }
  });
});
