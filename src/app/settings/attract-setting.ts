import type {Setting} from './setting.ts';

/** How long nobody may be before the camera until the demo is shown, in seconds; 0 for ever: `?attract=60`. */
export const attractSetting: Setting<number> = {
  first: 0,
  fits: (value) => Number.isInteger(value) && Number(value) >= 0,
  address: {
    key: 'attract',
    read: (text) => ({value: Math.max(0, Math.round(Number(text))) || 0}),
    // It suits one place: it is not passed on with the look.
    write: () => undefined,
  },
  row: {
    kind: 'choice',
    label: 'settings.attract',
    hint: 'settings.attract.hint',
    options: (_, value) => [
      {value: 0, label: {key: 'settings.attract.stays'}},
      ...[...new Set([30, 60, 300, value])]
        .filter((seconds) => seconds > 0)
        .sort((one, other) => one - other)
        .map((seconds) => ({
          value: seconds,
          label: {key: 'settings.attract.after', values: {time: {ms: 1000 * seconds}}} as const,
        })),
    ],
  },
};
