import type {Catalogue} from '../catalogue.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import type {Reactions} from './reactions.ts';
import {FIRST_SETTINGS, settingNames, type Settings, settingsTable} from './settings-table.ts';

const KEY = 'pastiche.settings';

/** The settings of the store, kept in the browser. */
export type SettingsKeeper = {
  /** Changes some, keeps those for the next visit, and sets off what follows. */
  change(change: Partial<Settings>): void;
  /** Says what changes set off, once there is something to be set off. */
  reactWith(reactions: Reactions): void;
};

/**
 * Keeps the settings.
 *
 * @param storage a function, because browsers may throw when a storage is only mentioned
 */
export function keepSettings(
  store: Store<AppState>,
  storage: () => Storage,
  catalogue: Catalogue,
): SettingsKeeper {
  let reactions: Reactions | undefined;
  return {
    change(change) {
      store.patch('settings', change);
      // Only what the person changed: the size of this visit may come from the address.
      saveSettings(storage, {...loadSettings(storage, catalogue), ...change});
      if (!reactions) return;
      for (const name of settingNames) if (name in change) react(name, reactions);
    },
    reactWith(those) {
      reactions = those;
    },
  };

  function react<Name extends keyof Settings>(name: Name, those: Reactions) {
    const {react: setOff} = settingsTable[name] as {
      react?(reactions: Reactions, value: Settings[Name]): void;
    };
    setOff?.(those, store.get().settings[name]);
  }
}

/** The settings of the last visit; what is missing or cannot be is as on a first visit. */
export function loadSettings(storage: () => Storage, catalogue: Catalogue): Settings {
  try {
    const kept = JSON.parse(storage().getItem(KEY) ?? '{}') as Partial<Record<string, unknown>>;
    const entries = settingNames.map((name) => {
      const {first, fits} = settingsTable[name];
      return [name, fits(kept[name], catalogue) ? kept[name] : first];
    });
    return Object.fromEntries(entries) as Settings;
  } catch {
    // No storage, or something else wrote there.
    return FIRST_SETTINGS;
  }
}

/** Keeps settings for the next visit, where the browser allows it. */
export function saveSettings(storage: () => Storage, settings: Settings): void {
  try {
    storage().setItem(KEY, JSON.stringify(settings));
  } catch {
    // Private windows may refuse; the settings then last for this visit.
  }
}
