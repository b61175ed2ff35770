import {attractSetting} from './attract-setting.ts';
import {networkSetting} from './network-setting.ts';
import type {Setting} from './setting.ts';
import {sizeSetting} from './size-setting.ts';

/** How many megabits a second a recording takes: a choice of three. */
export type Bitrate = 'low' | 'medium' | 'high';

/** Show the camera as in a mirror; `auto` mirrors front cameras only. */
export type Mirror = 'auto' | 'on' | 'off';

const mirror: Setting<Mirror> = {
  first: 'auto',
  fits: (value) => ['auto', 'on', 'off'].includes(value as string),
  row: {
    kind: 'choice',
    label: 'settings.mirror',
    hint: 'settings.mirror.hint',
    options: () => [
      {value: 'auto', label: {key: 'settings.automatic'}},
      {value: 'on', label: {key: 'settings.mirror.on'}},
      {value: 'off', label: {key: 'settings.mirror.off'}},
    ],
  },
  react: (reactions) => {
    reactions.mirror();
  },
};

/** Whether own styles are learnt by themselves; `ask` offers it, `never` does not even that. */
export type LearningChoice = 'auto' | 'ask' | 'never';

const learning: Setting<LearningChoice> = {
  first: 'auto',
  fits: (value) => ['auto', 'ask', 'never'].includes(value as string),
  row: {
    kind: 'choice',
    label: 'settings.learning',
    hint: 'settings.learning.hint',
    options: () => [
      {value: 'auto', label: {key: 'settings.automatic'}},
      {value: 'ask', label: {key: 'settings.learning.ask'}},
      {value: 'never', label: {key: 'settings.learning.never'}},
    ],
  },
};

const bitrate: Setting<Bitrate> = {
  first: 'medium',
  fits: (value) => ['low', 'medium', 'high'].includes(value as string),
  row: {
    kind: 'choice',
    label: 'settings.bitrate',
    hint: 'settings.bitrate.hint',
    options: () => [
      {value: 'low', label: {key: 'settings.bitrate.low'}},
      {value: 'medium', label: {key: 'settings.bitrate.medium'}},
      {value: 'high', label: {key: 'settings.bitrate.high'}},
    ],
  },
};

/** Every setting, in the order of the settings' rows. A new one is an object here. */
export const settingsTable = {
  /** The network, by name; `auto` takes the finest that this machine is fast enough for. */
  model: networkSetting,
  /** Working size, short side in pixels; `auto` follows the machine's speed. */
  size: sizeSetting,
  /** Show paintings larger than they are, with sharp edges; record and save them so, too. */
  enlarge: {
    first: true,
    fits: isBoolean,
    row: {kind: 'switch', label: 'settings.enlarge', hint: 'settings.enlarge.hint'},
    react: (reactions) => {
      reactions.enlarge();
    },
  } as Setting<boolean>,
  /** Let a style come in over the one before, unless the system asks for less motion. */
  crossFade: {
    first: true,
    fits: isBoolean,
    row: {kind: 'switch', label: 'settings.crossFade', hint: 'settings.crossFade.hint'},
  } as Setting<boolean>,
  learning,
  /** Learn styles on frames of the camera, too. */
  learnOnCamera: {
    first: false,
    fits: isBoolean,
    row: {kind: 'switch', label: 'settings.learnOnCamera', hint: 'settings.learnOnCamera.hint'},
  } as Setting<boolean>,
  mirror,
  attract: attractSetting,
  bitrate,
  /** Record sound from the microphone. */
  microphone: {
    first: false,
    fits: isBoolean,
    row: {kind: 'switch', label: 'settings.microphone', hint: 'settings.microphone.hint'},
  } as Setting<boolean>,
  /** Record the picture the way it is shown (mirrored too), or always unmirrored. */
  recordMirrored: {
    first: true,
    fits: isBoolean,
    row: {kind: 'switch', label: 'settings.recordMirrored', hint: 'settings.recordMirrored.hint'},
  } as Setting<boolean>,
  /** Show the overlay with frames per second. */
  overlay: {
    first: false,
    fits: isBoolean,
    row: {kind: 'switch', label: 'settings.overlay', hint: 'settings.overlay.hint'},
  } as Setting<boolean>,
  /** Keep all of the site on this machine, whatever is used of it. */
  keepAll: {first: false, fits: isBoolean} as Setting<boolean>,
  /** What `auto` has found on the last visit; empty before. */
  fittingModel: {
    first: '',
    fits: (value, {networkFiles}) => value === '' || networkFiles.has(value as string),
  } as Setting<string>,
  /** The camera chosen last, empty for the browser's default. */
  cameraId: {first: '', fits: isString} as Setting<string>,
  /** Its label: device ids change when a browser clears them, labels do not. */
  cameraLabel: {first: '', fits: isString} as Setting<string>,
  /** Its resolution that was chosen, short side in pixels; 0 where none was. */
  cameraSide: {first: 0, fits: Number.isInteger} as Setting<number>,
};

/** The names of the settings. */
export type SettingName = keyof typeof settingsTable;

/** What is remembered from one visit to the next. */
export type Settings = {[Name in SettingName]: (typeof settingsTable)[Name]['first']};

/** The names, in the order of the table. */
export const settingNames = Object.keys(settingsTable) as SettingName[];

/** What holds on a first visit. */
export const FIRST_SETTINGS = Object.fromEntries(
  settingNames.map((name) => [name, settingsTable[name].first]),
) as Settings;

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}
