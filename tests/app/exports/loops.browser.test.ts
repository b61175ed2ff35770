import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {type Clips, createClips} from '../../../src/app/captures/clips.ts';
import {createJobs, type Jobs} from '../../../src/app/exports/jobs.ts';
import {type LoopChoice, USUAL_LOOP} from '../../../src/app/exports/loop-choice.ts';
import type {LoopReel} from '../../../src/app/exports/loop-reel.ts';
import {createLoops, type Loops} from '../../../src/app/exports/loops.ts';
import {messageOf} from '../../../src/app/notices/message-of.ts';
import {sentence} from '../../../src/words/say.ts';
import {readAnimation} from '../../capture/loops/read-animation.ts';
import {readClip} from '../../capture/read-clip.ts';
import {type FakeStudio, fakeStudio} from '../fake-studio.ts';

let studio: FakeStudio;
let clips: Clips;
let jobs: Jobs;
let loops: Loops;
let end: AbortController;
/** Of the frame that is presented next, in milliseconds. */
let timeMs: number;

beforeEach(() => {
  timeMs = 1000;
  end = new AbortController();
  studio = fakeStudio();
  const {store, canvas, painter: engine} = studio;
  clips = createClips(store);
  jobs = createJobs(store, end.signal);
  loops = createLoops({store, engine, canvas, clips}, jobs, end.signal);
});

afterEach(() => {
  end.abort();
  clips.dispose();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Presents frames, fifteen a second. */
function present(count: number) {
  for (let place = 0; place < count; place++) {
    studio.engine.present(timeMs);
    timeMs += 1000 / 15;
  }
}

async function filmed(count: number): Promise<LoopReel> {
  const reel = await loops.film();
  present(count);
  return reel;
}

function fileOf(place = 0): File {
  return clips.fileOf(studio.store.get().captures.clips[place]!.id)!;
}

const choice = (change: Partial<LoopChoice> = {}) => ({...USUAL_LOOP, ...change});

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return sentence(messageOf(error));
}

describe('film', () => {
  it('fills while frames are shown, holds, and begins anew', async () => {
    const reel = await filmed(30);
    expect(reel).toMatchObject({live: true, filming: true, suffices: true});
    expect(reel.lengthMs).toBeCloseTo(2000);
    expect([reel.has(2), reel.has(3)]).toEqual([true, false]);

    reel.hold();
    present(30);
    expect(reel.filming).toBe(false);
    expect(reel.lengthMs).toBeCloseTo(2000);

    reel.film();
    present(3);
    expect(reel.lengthMs).toBeCloseTo(200);
    expect(studio.engine.repaint).toHaveBeenCalledTimes(2);
    reel.dispose();
  });

  it('has little for a moment, and little of what stands still', async () => {
    const reel = await filmed(1);

    expect(reel).toMatchObject({lengthMs: 0, suffices: false});
    expect(reel.preview(choice())).toMatchObject({count: 0, lengthMs: 0});
    reel.dispose();
  });

  it('needs a painting', async () => {
    studio.engine.grab.mockResolvedValue(undefined);

    expect(await refusalOf(loops.film())).toContain('no painting to record yet');
  });

  it('lets go of the engine at its end, and at the end of the app', async () => {
    const reel = await filmed(3);
    reel.dispose();
    reel.dispose();
    expect(studio.engine.listening).toBe(0);

    await filmed(3);
    end.abort();
    expect(studio.engine.listening).toBe(0);
    expect(studio.engine.openPictures).toBe(0);
  });
});

describe('preview', () => {
  it('is what the loop will be: its last seconds, there and back', async () => {
    const reel = await filmed(75);
    const preview = reel.preview(choice({seconds: 2}));

    expect(preview.count).toBe(58);
    expect(preview.lengthMs).toBeCloseTo((2 * 29 * 1000) / 15);
    expect(preview.bytes).toBeGreaterThan(10_000);
    const canvas = document.createElement('canvas');
    preview.draw(canvas, 100);
    expect([canvas.width, canvas.height]).toEqual([64, 48]);
    expect(canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data[0]).toBe(128);
    reel.dispose();
  });
});

describe('make', () => {
  it.each([
    {kind: 'gif', shown: 'image'},
    {kind: 'webp', shown: 'image'},
    {kind: 'mp4', shown: 'video'},
  ] as const)('puts a $kind among the clips, with its length', async ({kind, shown}) => {
    const reel = await filmed(45);
    await loops.make(reel, choice({kind}));

    const [clip] = studio.store.get().captures.clips;
    expect(clip!.loops).toBe(true);
    expect(clip).toMatchObject({kind: shown, durationMs: expect.closeTo((2 * 44 * 1000) / 15)});
    expect(clip!.name).toMatch(kind === 'mp4' ? /\.(mp4|webm)$/ : new RegExp(`\\.${kind}$`));
    const file = fileOf();
    const count =
      shown === 'video'
        ? (await readClip(file)).frames.length
        : (await readAnimation(file)).pictures.length;
    expect(count).toBe(88);
    expect(studio.store.get().exports.jobs).toEqual([]);
    expect(studio.engine.listening).toBe(0);
  });

  it('takes the last seconds, up to the press of the button', async () => {
    const reel = await filmed(80);
    await loops.make(reel, choice({seconds: 2, manner: 'as-it-is'}));

    const {durationsMs} = await readAnimation(fileOf());
    expect(durationsMs).toHaveLength(30);
    expect(durationsMs.reduce((sum, durationMs) => sum + durationMs)).toBe(2000);
  });

  it.each([false, true])('is mirrored as recordings are: %s', async (recordMirrored) => {
    studio.store.patch('source', {mirrored: true});
    studio.store.patch('settings', {recordMirrored});
    const {canvas} = studio;
    const reel = await loops.film();
    studio.engine.onPresented.mock.calls[0]![0](timeMs);
    reel.film();
    // The left half of what the canvas shows is white.
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'white';
    context.fillRect(0, 0, 32, 48);
    studio.engine.onPresented.mock.lastCall![0](timeMs);
    const shown = document.createElement('canvas');
    reel.drawNewest(shown);

    const [left] = shown.getContext('2d')!.getImageData(5, 5, 1, 1).data;
    expect(left).toBe(recordMirrored ? 255 : 128);
    reel.dispose();
  });

  it('makes a shorter loop where there is less', async () => {
    const reel = await filmed(15);
    await loops.make(reel, choice({seconds: 6, manner: 'as-it-is'}));

    expect((await readAnimation(fileOf())).pictures).toHaveLength(15);
  });

  it('says so where nothing moves, and where there is too little', async () => {
    expect(await refusalOf(loops.make(await filmed(1), choice()))).toContain('stands still');
    expect(await refusalOf(loops.make(await filmed(4), choice()))).toContain('too little');
    expect(studio.store.get().captures.clips).toEqual([]);
    expect(studio.engine.listening).toBe(0);
  });

  it('says so where the encoder fails', async () => {
    vi.spyOn(VideoEncoder.prototype, 'encode').mockImplementation(() => {
      throw new DOMException('Broken by the test.', 'EncodingError');
    });
    const making = loops.make(await filmed(20), choice({kind: 'mp4'}));

    expect(await refusalOf(making)).toContain('another kind of file');
    expect(studio.store.get().exports.jobs).toEqual([]);
  });

  it('can be cancelled, which leaves no worker and no clip', async () => {
    const ends = vi.spyOn(Worker.prototype, 'terminate');
    const making = loops.make(await filmed(60), choice());
    await vi.waitFor(() => {
      expect(studio.store.get().exports.jobs[0]?.done).toBeGreaterThan(0);
    });
    jobs.cancel(studio.store.get().exports.jobs[0]!.id);

    await expect(making).rejects.toMatchObject({name: 'AbortError'});
    expect(ends).toHaveBeenCalled();
    expect(studio.store.get()).toMatchObject({exports: {jobs: []}, captures: {clips: []}});
  });
});

describe('read', () => {
  it('makes a loop of the end of a clip', async () => {
    await loops.make(await filmed(45), choice({kind: 'mp4', manner: 'as-it-is'}));
    const [clip] = studio.store.get().captures.clips;
    const reel = await loops.read(clip!.id);
    expect(reel).toMatchObject({live: false, filming: false});
    reel.film();
    expect(reel.filming).toBe(false);
    await loops.make(reel, choice({seconds: 2, manner: 'as-it-is'}));

    expect((await readAnimation(fileOf(1))).pictures).toHaveLength(30);
  });

  it('says so where it cannot be read', async () => {
    clips.keep(new Blob(['none']), 'video', 'mp4', 1000);
    const [clip] = studio.store.get().captures.clips;

    expect(await refusalOf(loops.read(clip!.id))).toContain('cannot be read here');
    expect(await refusalOf(loops.read('none'))).toContain('cannot be read here');
  });
});
