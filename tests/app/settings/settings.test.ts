import {expect, it} from 'vitest';
import {DEFAULT_SETTINGS, loadSettings, saveSettings} from '../../../src/app/settings/settings.ts';
import type {Settings} from '../../../src/app/state.ts';

const CHANGED: Settings = {
  model: 'swift',
  fittingModel: 'swift',
  size: 320,
  mirror: 'off',
  recordMirrored: false,
  microphone: true,
  bitrate: 'high',
  overlay: true,
  cameraId: 'abc',
  cameraLabel: 'Desk camera',
};

it('are the usual ones on a first visit', () => {
  expect(loadSettings(memory())).toEqual(DEFAULT_SETTINGS);
});

it('come back on the next visit', () => {
  const storage = memory();
  saveSettings(storage, CHANGED);

  expect(loadSettings(storage)).toEqual(CHANGED);
});

it('come back with the automatic size', () => {
  const storage = memory();
  saveSettings(storage, {...CHANGED, size: 'auto'});

  expect(loadSettings(storage).size).toBe('auto');
});

it.each(['', 'not JSON', 'null', '7', '"text"', '[]', '[1, 2]', '{"size": {}}'])(
  'are the usual ones where %j was kept',
  (kept) => {
    expect(loadSettings(memory(kept))).toEqual(DEFAULT_SETTINGS);
  },
);

it.each([
  {size: 'huge'},
  {size: -16},
  {size: 0},
  {size: null},
  {size: 1e9},
  {mirror: 'sideways'},
  {mirror: true},
  {recordMirrored: 'yes'},
  {microphone: 1},
  {bitrate: 'ultra'},
  {overlay: null},
  {cameraId: 5},
  {cameraLabel: {}},
])('keep their usual value where %j was kept, and the others', (junk) => {
  const kept = JSON.stringify({...CHANGED, ...junk});
  const key = Object.keys(junk)[0] as keyof Settings;

  expect(loadSettings(memory(kept))).toEqual({...CHANGED, [key]: DEFAULT_SETTINGS[key]});
});

it('leave out what is not a setting, and fill in what is missing', () => {
  expect(loadSettings(memory('{"overlay": true, "colour": "red"}'))).toEqual({
    ...DEFAULT_SETTINGS,
    overlay: true,
  });
});

it.each(['when it is mentioned', 'when it is read or written'])(
  'last for the visit where the storage throws %s',
  (when) => {
    const refuse = () => {
      throw new DOMException('Denied by the test.', 'SecurityError');
    };
    const storage =
      when === 'when it is mentioned'
        ? refuse
        : () => ({getItem: refuse, setItem: refuse}) as unknown as Storage;

    expect(loadSettings(storage)).toEqual(DEFAULT_SETTINGS);
    expect(() => {
      saveSettings(storage, CHANGED);
    }).not.toThrow();
  },
);

/** A storage that lasts as long as the test, in which `kept` lies under every key. */
function memory(kept?: string): () => Storage {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? kept ?? null,
    setItem: (key: string, value: string) => values.set(key, value),
  };
  return () => storage as unknown as Storage;
}
