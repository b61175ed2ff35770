import {LADDER} from '../../live/pace/size-ladder.ts';
import {models} from '../networks/network-catalogue.ts';
import type {Settings} from '../state.ts';

const KEY = 'pastiche.settings';

/** What holds on a first visit. */
export const DEFAULT_SETTINGS: Settings = {
  model: 'auto',
  fittingModel: '',
  size: 'auto',
  mirror: 'auto',
  recordMirrored: true,
  microphone: false,
  bitrate: 'medium',
  overlay: false,
  cameraId: '',
  cameraLabel: '',
};

/** What a setting may be, where its type does not say it all. */
const CHOICES: Partial<Record<string, readonly unknown[]>> = {
  model: ['auto', ...models.keys()],
  fittingModel: ['', ...models.keys()],
  size: ['auto', ...LADDER],
  mirror: ['auto', 'on', 'off'],
  bitrate: ['low', 'medium', 'high'],
};

/** The settings of the last visit; what is missing or cannot be is as on a first visit. */
export function loadSettings(storage: () => Storage): Settings {
  try {
    const kept = JSON.parse(storage().getItem(KEY) ?? '{}') as Partial<Record<string, unknown>>;
    const entries = Object.entries(DEFAULT_SETTINGS).map(([key, value]) => {
      const choices = CHOICES[key];
      const fits = choices ? choices.includes(kept[key]) : typeof kept[key] === typeof value;
      return [key, fits ? kept[key] : value];
    });
    return Object.fromEntries(entries) as Settings;
  } catch {
    // No storage, or something else wrote there.
    return DEFAULT_SETTINGS;
  }
}

/** Keeps the settings for the next visit, where the browser allows it. */
export function saveSettings(storage: () => Storage, settings: Settings): void {
  try {
    storage().setItem(KEY, JSON.stringify(settings));
  } catch {
    // Private windows may refuse; the settings then last for this visit.
  }
}
