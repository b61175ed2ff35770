import type {Settings} from './state.ts';

const KEY = 'pastiche.settings';

/** What holds on a first visit. */
export const DEFAULT_SETTINGS: Settings = {
  size: 'auto',
  mirror: 'auto',
  recordMirrored: true,
  microphone: false,
  bitrate: 'medium',
  overlay: false,
  cameraId: '',
  cameraLabel: '',
};

/** The settings of the last visit; what is missing or of another type is as on a first visit. */
export function loadSettings(storage: () => Storage): Settings {
  try {
    const kept = JSON.parse(storage().getItem(KEY) ?? '{}') as Partial<Record<string, unknown>>;
    const entries = Object.entries(DEFAULT_SETTINGS).map(([key, value]) => [
      key,
      key === 'size' ? sizeOf(kept[key]) : typeof kept[key] === typeof value ? kept[key] : value,
    ]);
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

function sizeOf(value: unknown): Settings['size'] {
  return typeof value === 'number' && value > 0 ? value : DEFAULT_SETTINGS.size;
}
