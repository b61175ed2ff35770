import {describe, expect, it, vi} from 'vitest';
import type {Reactions} from '../../../src/app/settings/reactions.ts';
import {
  keepSettings,
  loadSettings as load,
  saveSettings,
} from '../../../src/app/settings/settings.ts';
import {FIRST_SETTINGS, type Settings} from '../../../src/app/settings/settings-table.ts';
import {catalogue} from '../fake-catalogue.ts';
import {memory, REFUSING} from '../fake-storage.ts';
import {fakeStore} from '../fake-store.ts';

const CHANGED: Settings = {
  model: 'swift',
  fittingModel: 'swift',
  size: 320,
  enlarge: false,
  crossFade: false,
  learning: 'ask',
  learnOnCamera: true,
  mirror: 'off',
  recordMirrored: false,
  microphone: true,
  attract: 60,
  bitrate: 'high',
  overlay: true,
  keepAll: true,
  cameraId: 'abc',
  cameraLabel: 'Desk camera',
  cameraSide: 1080,
};

it('are the usual ones on a first visit', () => {
  expect(loadSettings(memory())).toEqual(FIRST_SETTINGS);
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
    expect(loadSettings(memory(kept))).toEqual(FIRST_SETTINGS);
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
  {attract: -1},
  {attract: 'soon'},
  {cameraSide: '720'},
  {cameraSide: null},
])('keep their usual value where %j was kept, and the others', (junk) => {
  const kept = JSON.stringify({...CHANGED, ...junk});
  const key = Object.keys(junk)[0] as keyof Settings;

  expect(loadSettings(memory(kept))).toEqual({...CHANGED, [key]: FIRST_SETTINGS[key]});
});

it('leave out what is not a setting, and fill in what is missing', () => {
  expect(loadSettings(memory('{"overlay": true, "colour": "red"}'))).toEqual({
    ...FIRST_SETTINGS,
    overlay: true,
  });
});

it.each(REFUSING)('last for the visit where the storage throws %s', (_, storage) => {
  expect(loadSettings(storage)).toEqual(FIRST_SETTINGS);
  expect(() => {
    saveSettings(storage, CHANGED);
  }).not.toThrow();
});

describe('kept', () => {
  it('are in the store at once, and there on the next visit', () => {
    const [store, storage] = [fakeStore(), memory()];
    keepSettings(store, storage, catalogue).change({overlay: true, mirror: 'off'});

    expect(store.get().settings).toEqual({...FIRST_SETTINGS, overlay: true, mirror: 'off'});
    expect(loadSettings(storage)).toEqual({...FIRST_SETTINGS, overlay: true, mirror: 'off'});
  });

  it('leave out what only this visit has, from its address', () => {
    const [store, storage] = [fakeStore(), memory()];
    store.patch('settings', {size: 64});
    keepSettings(store, storage, catalogue).change({overlay: true});

    expect(store.get().settings).toMatchObject({size: 64, overlay: true});
    expect(loadSettings(storage)).toMatchObject({size: 'auto', overlay: true});
  });

  it('set off what follows from a change, once it is in the store', () => {
    const store = fakeStore();
    const keeper = keepSettings(store, memory(), catalogue);
    const reactions = fakeReactions();
    keeper.change({size: 256});
    keeper.reactWith(reactions);
    reactions.mirror.mockImplementation(() => {
      expect(store.get().settings.mirror).toBe('on');
    });
    keeper.change({size: 320, mirror: 'on', overlay: true});
    keeper.change({model: 'swift', enlarge: false});

    expect(reactions.resize.mock.calls).toEqual([[320]]);
    expect(reactions.mirror).toHaveBeenCalledOnce();
    expect(reactions.changeNetwork).toHaveBeenCalledOnce();
    expect(reactions.enlarge).toHaveBeenCalledOnce();
  });

  it('set off nothing that was not changed', () => {
    const keeper = keepSettings(fakeStore(), memory(), catalogue);
    const reactions = fakeReactions();
    keeper.reactWith(reactions);
    keeper.change({overlay: true, cameraId: 'abc', fittingModel: 'swift'});

    for (const reaction of Object.values(reactions)) expect(reaction).not.toHaveBeenCalled();
  });

  it('last for the visit where the storage throws', () => {
    const store = fakeStore();
    const refuse = () => {
      throw new DOMException('Denied by the test.', 'SecurityError');
    };
    keepSettings(store, refuse, catalogue).change({overlay: true});

    expect(store.get().settings.overlay).toBe(true);
  });
});

it.each([
  {model: 'vgg19'},
  {model: 'gone'},
  {model: null},
  {fittingModel: 'gone'},
  {fittingModel: 7},
])('name no network that is not there: %j', (junk) => {
  const kept = JSON.stringify({...CHANGED, ...junk});
  const key = Object.keys(junk)[0] as keyof Settings;

  expect(loadSettings(memory(kept))[key]).toBe(FIRST_SETTINGS[key]);
});

function loadSettings(storage: () => Storage): Settings {
  return load(storage, catalogue);
}

function fakeReactions() {
  return {
    resize: vi.fn<Reactions['resize']>(),
    mirror: vi.fn<Reactions['mirror']>(),
    enlarge: vi.fn<Reactions['enlarge']>(),
    changeNetwork: vi.fn<Reactions['changeNetwork']>(),
  };
}
