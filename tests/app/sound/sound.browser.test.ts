import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Look} from '../../../src/app/look/look-table.ts';
import {createSound} from '../../../src/app/sound/sound.ts';
import {keptChoice} from '../../../src/app/sound/sound-memory.ts';
import type {Stroke} from '../../../src/app/styles/stroke.ts';
import type {Paint} from '../../../src/gpu/painter.ts';
import type {LoadedNetwork} from '../../../src/network/load-network.ts';
import {codeOfColor} from '../fake-engine.ts';
import {memory} from '../fake-storage.ts';
import {fakeStore} from '../fake-store.ts';
import {USUAL} from '../usual-look.ts';

type Drive = (paint: Paint, timeMs: number) => Paint;

const network = {name: 'toy'} as LoadedNetwork;
const code = {statistics: {}};
/** What the colour of a style is at each size, in these tests. */
const SIDES = {fine: 40, medium: 100, broad: 200};
const paintOf = (alpha: number): Paint => ({network, layers: [{code, alpha}], ...USUAL});

let closing: AbortController;

beforeEach(() => {
  closing = new AbortController();
});
afterEach(() => {
  closing.abort();
  vi.restoreAllMocks();
});

function setUp() {
  const store = fakeStore();
  let drive: Drive | undefined;
  /** What is known of the look at each stroke size. */
  const sizes = new Map<Stroke, Paint>();
  const storage = memory();
  const told: unknown[] = [];
  const attempt = async (run: () => unknown) => {
    try {
      await run();
    } catch (error) {
      told.push(error);
    }
  };
  const looks = {
    current: () => store.get().look,
    driveBy: (next: Drive | undefined) => void (drive = next),
    paintOf: vi.fn(({alpha, stroke}: Partial<Look>) =>
      alpha === undefined ? stroke && sizes.get(stroke) : paintOf(alpha),
    ),
    expect: vi.fn(({stroke = 'medium'}: Partial<Look>) => {
      sizes.set(stroke, {
        ...paintOf(1),
        layers: [{code: codeOfColor(SIDES[stroke], 0, 0), alpha: 1}],
      });
      return Promise.resolve();
    }),
  };
  const source: {sound?: MediaStreamTrack} = {};
  const engine = Promise.resolve(source as {sound: MediaStreamTrack | undefined});
  const sound = createSound({store, engine, looks, attempt, storage}, closing.signal);
  return {
    store,
    source,
    sound,
    looks,
    storage,
    told,
    drive: () => drive,
    phase: () => store.get().sound.phase,
  };
}

describe('a sound that drives', () => {
  it('goes between a weaker look and the look, as the fake microphone beeps', async () => {
    const {store, sound, drive, phase} = setUp();
    sound.choose({band: 'level', depth: 0.5});
    await sound.start();
    expect(phase()).toBe('on');
    const look = paintOf(1);
    const alphas: number[] = [];
    for (let count = 0; count < 60; count++) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      alphas.push(drive()!(look, performance.now()).layers[0]!.alpha);
    }

    expect(Math.min(...alphas)).toBeLessThan(0.7);
    expect(Math.max(...alphas)).toBeGreaterThan(0.8);
    expect(Math.min(...alphas)).toBeGreaterThanOrEqual(0.5);
    expect(store.get().sound.level).toBeGreaterThanOrEqual(0);
  });

  it('is driven by what is heard of the source, which stays as it is', async () => {
    const {source, sound, drive, phase} = setUp();
    const context = new AudioContext();
    const tone = new OscillatorNode(context, {frequency: 100});
    const destination = new MediaStreamAudioDestinationNode(context);
    tone.connect(destination);
    tone.start();
    const [track] = destination.stream.getAudioTracks();
    if (track) source.sound = track;

    await sound.start('source');

    expect(phase()).toBe('on');
    expect(drive()).toBeDefined();
    sound.stop();
    expect(track?.readyState).toBe('live');
    await context.close();
  });

  it('says so where nothing is heard of the source', async () => {
    const {sound, phase} = setUp();

    await expect(sound.start('source')).rejects.toThrow('sound.silent-source');
    expect(phase()).toBe('off');
  });

  it('mixes paints once for a look, not for each frame', async () => {
    const {sound, drive, looks} = setUp();
    await sound.start();
    const look = paintOf(1);
    for (let count = 0; count < 50; count++) drive()!(look, count * 16);

    expect(looks.paintOf).toHaveBeenCalledTimes(1);
    drive()!(paintOf(1), 900);
    expect(looks.paintOf).toHaveBeenCalledTimes(2);
  });

  it('leaves a look of one style alone where it is to drive the mix', async () => {
    const {sound, drive} = setUp();
    sound.choose({target: 'mix'});
    await sound.start();
    const look = paintOf(1);

    expect(drive()!(look, 100)).toBe(look);
  });

  it('goes from fine strokes to broad ones, once the style is seen at both sizes', async () => {
    const {sound, drive, looks, told} = setUp();
    sound.choose({target: 'stroke', depth: 0.5});
    await sound.start();
    const look = paintOf(1);
    const mean = (paint: Paint) => paint.layers[0]!.code.statistics['f4']!.mean[0];

    expect(drive()!(look, 100)).toBe(look);
    await vi.waitFor(() => {
      // It is quiet so early: half of the way from the broad ones to the fine.
      expect(mean(drive()!(look, 100))).toBeCloseTo(120);
    });
    for (let count = 0; count < 50; count++) drive()!(look, 100 + count * 16);
    expect(looks.expect.mock.calls).toEqual([[{stroke: 'fine'}], [{stroke: 'broad'}]]);
    expect(told).toEqual([]);
  });

  it('leaves the strokes alone where the style cannot be seen at both sizes, and says so once', async () => {
    const {sound, drive, looks, told} = setUp();
    looks.expect.mockRejectedValue(new Error('Broken by the test.'));
    sound.choose({target: 'stroke'});
    await sound.start();
    const look = paintOf(1);
    for (let count = 0; count < 5; count++) {
      expect(drive()!(look, count * 16)).toBe(look);
      await Promise.resolve();
    }

    await vi.waitFor(() => {
      expect(told).toHaveLength(1);
    });
    expect(drive()!(look, 100)).toBe(look);
    expect(looks.expect).toHaveBeenCalledTimes(2);
  });

  it('keeps what is chosen for the next visit', () => {
    const {sound, storage} = setUp();
    sound.choose({target: 'stroke'});

    expect(keptChoice(storage)).toMatchObject({target: 'stroke'});
  });

  it('lets the microphone go', async () => {
    const tracks: MediaStreamTrack[] = [];
    const {mediaDevices} = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    vi.spyOn(mediaDevices, 'getUserMedia').mockImplementation(async (constraints) => {
      const stream = await ask(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    });
    const {sound, drive, phase} = setUp();
    await sound.start();
    await sound.start();
    expect(tracks).toHaveLength(1);
    sound.stop();
    sound.stop();

    expect(tracks[0]?.readyState).toBe('ended');
    expect([phase(), drive()]).toEqual(['off', undefined]);
  });

  it('says that the microphone is denied, and drives nothing', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const denied = new DOMException('no', 'NotAllowedError');
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(denied);
    const {sound, drive, phase} = setUp();
    await sound.start();

    expect([phase(), drive()]).toEqual(['denied', undefined]);
  });

  it('ends with the app, and as the microphone is unplugged', async () => {
    const {sound, phase, drive} = setUp();
    const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
    await sound.start();
    const stream = (await ask.mock.results[0]?.value) as MediaStream;
    stream.getTracks()[0]?.dispatchEvent(new Event('ended'));
    expect([phase(), drive()]).toEqual(['off', undefined]);

    await sound.start();
    closing.abort();
    expect([phase(), drive()]).toEqual(['off', undefined]);
  });
});
