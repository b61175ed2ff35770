import {SOUND_BANDS, SOUND_TARGETS, type SoundChoice} from './sound-state.ts';

const KEY = 'pastiche.sound';

/** Choices that anybody may have made up. */
type Choices = Partial<Record<string, unknown>>;

/** What each choice may be. */
const FITS: {[Name in keyof SoundChoice]: (value: unknown) => boolean} = {
  band: (value) => SOUND_BANDS.some((band) => band === value),
  target: (value) => SOUND_TARGETS.some((target) => target === value),
  depth: (value) => typeof value === 'number' && value >= 0 && value <= 1,
};

/**
 * What a person has chosen on earlier visits, as far as it can be.
 *
 * @param storage a function, because browsers may throw when a storage is only mentioned
 */
export function keptChoice(storage: () => Storage): Partial<SoundChoice> {
  try {
    return fitting(JSON.parse(storage().getItem(KEY) ?? '{}') as Choices);
  } catch {
    // No storage, or something else wrote there.
    return {};
  }
}

/** What of some choices can be. */
export function fitting(choices: Choices): Partial<SoundChoice> {
  return Object.fromEntries(
    Object.entries(FITS).flatMap(([name, fits]) =>
      fits(choices[name]) ? [[name, choices[name]]] : [],
    ),
  );
}

/** Keeps a choice for the next visit, where the browser allows it. */
export function keepChoice(storage: () => Storage, {band, target, depth}: SoundChoice): void {
  try {
    storage().setItem(KEY, JSON.stringify({band, target, depth}));
  } catch {
    // It is chosen again on the next visit.
  }
}
