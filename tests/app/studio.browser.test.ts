import {deleteDB} from 'idb';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {firstLook} from '../../src/app/look/look-table.ts';
import {openBrushes} from '../../src/app/networks/open-brushes.ts';
import {FIRST_SETTINGS} from '../../src/app/settings/settings-table.ts';
import {type StartedEngine, startEngine} from '../../src/app/start/start-engine.ts';
import {openStudio, type Studio} from '../../src/app/studio.ts';
import {GpuUnsupportedError} from '../../src/gpu/webgl/tools/gl-context.ts';
import type {EngineEvents} from '../../src/live/engine.ts';
import {WeightsError} from '../../src/network/weights.ts';
import {sentence} from '../../src/words/say.ts';
import {emptyDisk} from '../capture/disk/browser-disk.ts';
import {catalogue} from './fake-catalogue.ts';
import {type FakeEngine, fakeEngine, fakeNetwork, STATS} from './fake-engine.ts';
import {colorFile, sentencesOf} from './fake-studio.ts';
import {USUAL_LOOK} from './usual-look.ts';

vi.mock('../../src/app/start/start-engine.ts');

const gallery = catalogue.styles;
const FIRST_LOOK = firstLook(catalogue);

const address = location.href;
let engine: FakeEngine;
/** What the studio wants to be told by the engine. */
let events: EngineEvents;
let studio: Studio | undefined;

const opened: Studio[] = [];

beforeEach(async () => {
  await deleteDB('pastiche');
  localStorage.clear();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.mocked(startEngine).mockImplementation(({canvas, events: told}) => {
    events = told;
    engine = fakeEngine(canvas);
    // Which network fits the machine is another test's.
    engine.frameTime.mockReturnValue(new Promise(() => {}));
    const network = fakeNetwork('swift');
    const brushes = openBrushes(network, undefined);
    const started = {engine, name: 'swift', network, brushes};
    return Promise.resolve(started as unknown as StartedEngine);
  });
});

afterEach(async () => {
  await studio?.actions.stopRecording();
  // A test may have opened several.
  for (const each of opened.splice(0)) await each.close();
  studio = undefined;
  await expect.poll(emptyDisk).toBe(true);
  vi.restoreAllMocks();
  history.replaceState(history.state, '', address);
});

it('is live with the demo and the first style when the first frame is painted', async () => {
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  const {store} = await open('');

  expect(store.get()).toMatchObject({
    start: {phase: 'live', progress: null, failure: null},
    source: {kind: 'demo', opening: false},
    look: FIRST_LOOK,
    notices: [],
    stats: {...STATS, model: 'swift', styleId: FIRST_LOOK.styles[0]!.id},
  });
  expect(ask).not.toHaveBeenCalled();
});

it('opens with what the address asks for', async () => {
  const [, second, third] = gallery;
  const picture = URL.createObjectURL(await colorFile('red'));
  const style = `${second!.id}:3,${third!.id}:1`;
  const query = `?source=${encodeURIComponent(picture)}&style=${style}&alpha=0.25&size=64&clean=1`;
  const {store} = await open(query);
  URL.revokeObjectURL(picture);

  expect(store.get()).toMatchObject({
    source: {kind: 'image'},
    view: {clean: true},
    notices: [],
    settings: {size: 64},
  });
  await vi.waitFor(() => {
    expect(store.get().stats.styleId).toBe(second!.id);
  });
  expect(store.get().look).toEqual({
    styles: [
      {id: second!.id, weight: 3},
      {id: third!.id, weight: 1},
    ],
    alpha: 0.25,
    stroke: 'broad',
    ...USUAL_LOOK,
  });
});

describe('an address that asks for what cannot be', () => {
  it.each([
    ['?style=nobody', /no style called “nobody”/],
    ['?alpha=much', /no number; it goes from 0 to 1.5/],
    ['?size=huge', /“auto” or a number of pixels/],
    ['?model=nobody', /no network called “nobody”/],
    ['?source=http://127.0.0.1:1/clip.mp4', /cannot be used here/],
    ['?source=/not-here.png', /cannot be used here/],
    ['?source=http://', /neither camera, demo nor an address/],
  ])('%s: a sentence, and all else as on a first visit', async (query, words) => {
    const {store} = await open(query);

    expect(store.get()).toMatchObject({
      start: {phase: 'live'},
      source: {kind: 'demo', opening: false},
      look: FIRST_LOOK,
    });
    expect(sentences()).toEqual([expect.stringMatching(words)]);
  });

  it('?source=camera, which is refused: the demo with a sentence', async () => {
    const refusal = new DOMException('Denied by the test.', 'NotAllowedError');
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(refusal);
    const {store} = await open('?source=camera');

    expect(store.get()).toMatchObject({
      start: {phase: 'live'},
      source: {kind: 'demo', opening: false},
    });
    expect(sentences()).toEqual([expect.stringMatching(/camera is blocked/)]);
  });
});

it.each<[string, Error, RegExp]>([
  ['weights', new WeightsError('404'), /weights could not be loaded.*reload/],
  ['WebGL 2', new GpuUnsupportedError('webgl2'), /hardware acceleration/],
  ['float targets', new GpuUnsupportedError('float-targets'), /another device/],
])('has failed without %s, and says what to do', async (_, error, words) => {
  vi.mocked(startEngine).mockRejectedValue(error);
  studio = openStudio({
    canvas: document.createElement('canvas'),
    catalogue,
    storage: () => localStorage,
    address: '',
  });
  opened.push(studio);

  await expect(studio.api.ready).rejects.toThrow(words);
  expect(studio.store.get().start).toMatchObject({phase: 'failed', progress: null});
  expect(failure()).toMatch(words);
});

it('tells that the graphics card is away, until it is back', async () => {
  const {store} = await open('');
  events.onLost();
  expect(failure()).toMatch(/Painting goes on when it is back/);
  expect(store.get().start.phase).toBe('live');

  events.onRestored();
  expect(store.get().start.failure).toBeNull();
});

it('keeps a recording that runs when the graphics card fails for good', async () => {
  const {store, actions} = await open('');
  await actions.startRecording();
  present(5);
  events.onFailed(new Error('Broken by the test.'));
  await vi.waitFor(() => {
    expect(store.get().captures.clips).toHaveLength(1);
  });

  expect(failure()).toMatch(/Reload the page; your own styles are kept/);
  expect(store.get().captures.clips[0]!.bytes).toBeGreaterThan(0);
});

it('records through another style, another source and a lost context', async () => {
  const {store, actions} = await open('');
  await actions.startRecording();
  present(3);
  await actions.pickStyle(gallery[1]!.id);
  present(3);
  await actions.openSourceFile(await colorFile('red'));
  present(3);
  events.onLost();
  events.onRestored();
  present(3);
  await actions.stopRecording();

  expect(store.get().captures.clips).toHaveLength(1);
  expect(sentences()).toEqual([]);
});

it('keeps the clip and shows the demo when the camera goes away while it records', async () => {
  const {store, actions} = await open('');
  await actions.startCamera();
  const camera = engine.setSource.mock.calls.at(-1)![0]!.frame(0).image as HTMLVideoElement;
  await actions.startRecording();
  present(5);
  (camera.srcObject as MediaStream).getVideoTracks()[0]!.dispatchEvent(new Event('ended'));
  await vi.waitFor(() => {
    expect(store.get().source).toMatchObject({kind: 'demo', title: 'Demo', opening: false});
  });

  expect(store.get().captures.clips).toHaveLength(1);
  expect(sentences()).toEqual([expect.stringMatching(/camera was unplugged/)]);
});

it('turns what goes wrong for a person into a notice, and goes on', async () => {
  const {store, actions} = await open('');
  await actions.addStyles([
    new File(['Dear diary'], 'diary.png', {type: 'image/png'}),
    await colorFile('red', 'Rosso.png'),
    new File([], 'empty.png', {type: 'image/png'}),
  ]);
  await actions.openSourceFile(new File(['Dear diary'], 'diary.mp4', {type: 'video/mp4'}));

  expect(sentences()).toEqual([
    expect.stringMatching(/“diary.png”: .*neither a picture nor a video/),
    expect.stringMatching(/“empty.png”: .*file is empty/),
    expect.stringContaining('neither a picture nor a video'),
  ]);
  const own = store.get().styles.entries.filter((style) => style.own);
  expect(own.map(({title}) => title)).toEqual(['Rosso']);
  await shown(own[0]!.id);
  expect(store.get().source.kind).toBe('demo');
});

it('steps through the styles and around', async () => {
  const {api, actions} = await open(`?style=${gallery[0]!.id}`);
  const current = () => api.look().styles[0]!.id;
  await actions.stepStyle(-1);
  expect(current()).toBe(gallery.at(-1)!.id);

  await actions.stepStyle(1);
  await actions.stepStyle(1);
  expect(current()).toBe(gallery[1]!.id);
});

it('steps from the style that counts most', async () => {
  const [first, second, third] = gallery;
  const {api, actions} = await open(`?style=${first!.id}:1,${second!.id}:3`);
  await actions.stepStyle(1);

  expect(api.look().styles).toEqual([{id: third!.id, weight: 1}]);
});

it('makes a style of the frame on the stage and picks it', async () => {
  const {store, actions} = await open('');
  await actions.useFrameAsStyle();
  const style = store.get().styles.entries.at(-1)!;

  expect(style).toMatchObject({title: 'My frame', own: true});
  await shown(style.id);
});

it('keeps settings for the next visit, but not a size from the address', async () => {
  const {actions} = await open('?size=64');
  actions.setSettings({overlay: true, mirror: 'off'});
  const next = await open('');

  expect(next.store.get().settings).toEqual({...FIRST_SETTINGS, overlay: true, mirror: 'off'});
});

it('lasts for the visit where the browser denies all storage', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Denied by the test.', 'SecurityError');
  });
  const {store, actions} = await open('', () => {
    throw new DOMException('Denied by the test.', 'SecurityError');
  });
  actions.setSettings({overlay: true});
  await actions.addStyles([await colorFile('red', 'Rosso.png')]);

  expect(store.get().settings.overlay).toBe(true);
  expect(store.get().styles.entries.at(-1)).toMatchObject({title: 'Rosso', own: true});
  expect(sentences('info')).toEqual([expect.stringContaining('until you leave it')]);
  expect(sentences()).toEqual([]);
});

describe('window.pastiche', () => {
  it('gives styles, look and stats', async () => {
    const {api} = await open('');

    expect(api.styles()[0]).toEqual({id: gallery[0]!.id, title: gallery[0]!.title, own: false});
    expect(api.look()).toEqual(FIRST_LOOK);
    expect(api.stats()).toMatchObject({running: true, model: 'swift', tensors: 5});
  });

  it('changes look and source, and adds styles, without showing them', async () => {
    const {api, store} = await open('');
    const bitmap = await createImageBitmap(await colorFile('red'));
    const id = await api.addStyle(bitmap, 'From a program');
    expect(api.look()).toEqual(FIRST_LOOK);
    expect(api.styles().at(-1)).toEqual({id, title: 'From a program', own: true});

    await api.setLook({styles: [{id, weight: 1}]});
    await api.setLook({alpha: 0.5});
    expect(api.look()).toEqual({
      styles: [{id, weight: 1}],
      alpha: 0.5,
      stroke: 'broad',
      ...USUAL_LOOK,
    });

    await api.setSource(await colorFile('blue', 'blue.png'));
    expect(store.get().source).toMatchObject({kind: 'image', title: 'blue.png'});
    await api.setSource('demo');
    expect(store.get().source.kind).toBe('demo');
  });

  it('cannot be changed through what it gives', async () => {
    const {api} = await open('');
    (api.look().styles as unknown[]).pop();
    api.styles().pop();

    expect(api.look()).toEqual(FIRST_LOOK);
    expect(api.styles()).toHaveLength(gallery.length);
  });

  it('records and snaps', async () => {
    const {api} = await open('');
    await api.startRecording();
    present(5);
    const clip = await api.stopRecording();
    const picture = await api.snapshot();

    expect(clip.type).toMatch(/^video\/(mp4|webm)$/);
    expect(picture.type).toBe('image/png');
    expect(api.stream().getVideoTracks()).toHaveLength(1);
    const [sound] = (await api.streamWithSound({microphone: true})).getAudioTracks();
    expect(sound?.readyState).toBe('live');
    sound?.stop();
  });

  it('rejects with a sentence what cannot be done', async () => {
    const {api} = await open('');
    const diary = new Blob(['Dear diary']);

    await expect(api.setLook({alpha: 7})).rejects.toThrow(/from 0 to 1.5/);
    await expect(api.setLook({styles: []})).rejects.toThrow(/at least one style/);
    await expect(api.setSource(diary)).rejects.toThrow(/neither a picture nor a video/);
    await expect(api.setSource('http://')).rejects.toThrow(/neither camera, demo nor an address/);
    await expect(api.addStyle(diary)).rejects.toThrow(/neither a picture nor a video/);
    await expect(api.stopRecording()).rejects.toThrow(/Start a recording first/);
    expect(sentences()).toEqual([]);
  });
});

it('paints over the demo where the camera’s picture cannot be read', async () => {
  const {store, actions} = await open('');
  await actions.openSourceFile(await colorFile('red'));
  events.onFrameRefused(Object.assign(new Error('Tainted.'), {name: 'PictureRefusedError'}));

  await vi.waitFor(() => {
    expect(store.get().source.kind).toBe('demo');
  });
  expect(sentences()).toEqual([expect.stringMatching(/lets no page read it/)]);
});

describe('close', () => {
  it('leaves no timer, listener, track or object URL behind, and may be called twice', async () => {
    const left = watchForLeftovers();
    const {actions, close} = await open('');
    await actions.startCamera();
    const camera = engine.setSource.mock.calls.at(-1)![0]!.frame(0).image as HTMLVideoElement;
    const stream = camera.srcObject as MediaStream;
    await actions.addStyles([await colorFile('red', 'Rosso.png')]);
    await actions.takeSnapshot();
    await actions.startRecording();
    present(3);
    actions.setSettings({overlay: true});
    await close();
    await close();
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(stream.getTracks().map(({readyState}) => readyState)).toEqual(['ended']);
    expect(engine.dispose).toHaveBeenCalled();
    expect(engine.listening).toBe(0);
    expect(left()).toEqual({intervals: [], listeners: [], urls: []});
  });

  it('ends a studio that is still being opened', async () => {
    const early = openStudio({
      canvas: document.createElement('canvas'),
      catalogue,
      storage: () => localStorage,
      address: '',
    });
    await early.close();
    await early.api.ready.catch(() => {});

    expect(engine.dispose).toHaveBeenCalled();
    expect(early.store.get().start.phase).toBe('loading');
  });
});

/** What is begun from now on and not ended yet. */
function watchForLeftovers() {
  const intervals = new Set<unknown>();
  const urls = new Set<string>();
  const listeners = new Map<string, number>();
  const {setInterval: every, clearInterval: end} = globalThis;
  vi.spyOn(globalThis, 'setInterval').mockImplementation(((...args: Parameters<typeof every>) => {
    const id = every(...args);
    intervals.add(id);
    return id;
  }) as typeof setInterval);
  vi.spyOn(globalThis, 'clearInterval').mockImplementation((id) => {
    intervals.delete(id);
    end(id);
  });
  const create = URL.createObjectURL.bind(URL);
  const revoke = URL.revokeObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = create(blob);
    urls.add(url);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    urls.delete(url);
    revoke(url);
  });
  for (const target of [document, window, navigator.mediaDevices]) {
    const {addEventListener: add, removeEventListener: remove} = target;
    const count = (name: string, by: number) =>
      listeners.set(name, (listeners.get(name) ?? 0) + by);
    vi.spyOn(target, 'addEventListener').mockImplementation(((
      name: string,
      listener: EventListener,
      options?: AddEventListenerOptions | boolean,
    ) => {
      count(name, 1);
      const signal = typeof options === 'object' ? options.signal : undefined;
      signal?.addEventListener('abort', () => count(name, -1));
      add.call(target, name, listener, options);
    }) as typeof target.addEventListener);
    vi.spyOn(target, 'removeEventListener').mockImplementation(((
      name: string,
      listener: EventListener,
    ) => {
      count(name, -1);
      remove.call(target, name, listener);
    }) as typeof target.removeEventListener);
  }
  return () => ({
    intervals: [...intervals],
    listeners: [...listeners].filter(([, more]) => more > 0).map(([name]) => name),
    urls: [...urls],
  });
}

async function open(query: string, storage = () => localStorage): Promise<Studio> {
  const canvas = Object.assign(document.createElement('canvas'), {width: 64, height: 48});
  studio = openStudio({canvas, catalogue, storage, address: query});
  opened.push(studio);
  await studio.api.ready;
  return studio;
}

/** Presents painted frames. */
function present(frames: number) {
  for (let frame = 0; frame < frames; frame++) engine.present(performance.now() + 40 * frame);
}

function failure(): string {
  const {failure: told} = studio!.store.get().start;
  return told ? sentence(told) : '';
}

/** Waits until the store has a style alone. */
async function shown(id: string) {
  await vi.waitFor(() => {
    expect(studio!.store.get().look.styles).toEqual([{id, weight: 1}]);
  });
}

function sentences(kind: 'error' | 'info' = 'error') {
  return sentencesOf(studio!.store.get(), kind);
}
