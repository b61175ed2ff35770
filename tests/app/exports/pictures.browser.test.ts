import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {type Clips, createClips} from '../../../src/app/captures/clips.ts';
import {createJobs, type Jobs} from '../../../src/app/exports/jobs.ts';
import {createPictures, type Pictures} from '../../../src/app/exports/pictures.ts';
import type {Networks} from '../../../src/app/networks/networks.ts';
import {ContextLostError} from '../../../src/gpu/context-lost-error.ts';
import type {Frame} from '../../../src/gpu/frame.ts';
import type {Paint} from '../../../src/gpu/painter.ts';
import type {Engine} from '../../../src/live/engine.ts';
import {frameOf} from '../../../src/live/sources/frame-of.ts';
import {pixelAt} from '../../live/canvas-pixels.ts';
import {fakeNetwork} from '../fake-engine.ts';
import {colorFile, type FakeStudio, fakeStudio} from '../fake-studio.ts';
import {USUAL_LOOK} from '../usual-look.ts';

const LOOK = {...USUAL_LOOK, styles: [{id: 'mosaic', weight: 1}], alpha: 0.7, stroke: 'medium'};

let studio: FakeStudio;
let clips: Clips;
let jobs: Jobs;
let pictures: Pictures;
let frame: Frame | undefined;
let closed: number;
/** Called for each picture, before its only tile is given. */
let meanwhile: (signal: AbortSignal) => Promise<void> | void;
const paintLarge = vi.fn<Engine['paintLarge']>();

/** A red picture. */
function paintRed(): Engine['paintLarge'] {
  return async (_paint, _frame, {size, signal, turn, onProgress}, take) => {
    await turn?.(0);
    onProgress?.(0.5);
    await meanwhile(signal!);
    await turn?.(5);
    signal?.throwIfAborted();
    const pixels = new Uint8ClampedArray(4 * size.width * size.height);
    for (let place = 0; place < pixels.length; place += 4) pixels.set([255, 0, 0, 255], place);
    await take({x: 0, y: 0, ...size, pixels});
  };
}

beforeEach(async () => {
  studio = fakeStudio();
  clips = createClips(studio.store);
  jobs = createJobs(studio.store, new AbortController().signal);
  const canvas = Object.assign(document.createElement('canvas'), {width: 60, height: 40});
  canvas.getContext('2d')!.fillRect(0, 0, 60, 40);
  closed = 0;
  frame = {...frameOf(await createImageBitmap(canvas)), close: () => void closed++};
  meanwhile = () => {};
  paintLarge.mockImplementation(paintRed());
  studio.store.patch('stats', {width: 16, height: 10});
  const network = fakeNetwork();
  const code = {statistics: {}};
  const analyst = {network, recall: () => code};
  pictures = createPictures(
    {
      store: studio.store,
      notices: studio.notices,
      engine: Promise.resolve({
        paintLarge,
        fullSize: () => Promise.resolve(frame?.size),
        takeFull: () => Promise.resolve(frame),
      }),
      networks: Promise.resolve({painting: {name: 'toy', analyst}} as unknown as Networks),
      looks: {current: () => LOOK as never, masks: {} as never},
      clips,
    },
    jobs,
  );
});
afterEach(() => {
  clips.dispose();
  vi.resetAllMocks();
});

const shown = () => studio.store.get().captures.clips;
const painting = (call = 0) => paintLarge.mock.calls[call]![2];

describe('the picture on the stage', () => {
  it('is painted in the look of now, with strokes half as broad, and becomes a clip', async () => {
    const blob = await pictures.paint();
    const [paint] = paintLarge.mock.calls[0]! as unknown as [Paint];

    expect(paint.layers[0]!.alpha).toBe(0.7);
    expect(painting()).toMatchObject({
      size: {width: 60, height: 40},
      paintedSize: {width: 30, height: 20},
      mirror: false,
    });
    expect(shown()).toMatchObject([{kind: 'image', bytes: blob.size}]);
    expect(shown()[0]!.name).toMatch(/^pastiche-.*\.png$/);
    const picture = await createImageBitmap(blob);
    expect([picture.width, picture.height]).toEqual([60, 40]);
    expect(pixelAt(picture, 0.5, 0.5)).toEqual([255, 0, 0]);
    expect(closed).toBe(1);
  });

  it('has the size, strokes and format that are chosen', async () => {
    const choice = {side: 120, strokes: 'finest', format: 'jpeg', quality: 0.8} as const;
    const blob = await pictures.paint(choice);

    expect(blob.type).toBe('image/jpeg');
    expect(painting()).toMatchObject({
      size: {width: 120, height: 80},
      paintedSize: {width: 120, height: 80},
    });
    expect(shown()[0]!.name).toMatch(/\.jpg$/);
  });

  it('is mirrored as a snapshot is', async () => {
    studio.store.patch('source', {mirrored: true});
    await pictures.paint();
    studio.store.patch('settings', {recordMirrored: !studio.store.get().settings.recordMirrored});
    await pictures.paint();

    expect([painting(0).mirror, painting(1).mirror].toSorted()).toEqual([false, true]);
  });

  it('is told apart from none', async () => {
    expect(await pictures.describe()).toEqual({
      full: {width: 60, height: 40},
      stage: {width: 16, height: 10},
    });
    frame = undefined;

    expect(await pictures.describe()).toBeUndefined();
    await expect(pictures.paint()).rejects.toMatchObject({told: {key: 'capture.nothing-to-save'}});
  });

  it('waits for the one before it, and shows how far it is', async () => {
    const seen: string[] = [];
    meanwhile = () => {
      seen.push(
        studio.store
          .get()
          .exports.jobs.map(({phase}) => phase)
          .join(),
      );
    };
    await Promise.all([pictures.paint(), pictures.paint()]);

    expect(seen).toEqual(['running,waiting', 'running']);
    expect(studio.store.get().exports.jobs).toEqual([]);
  });

  it('that is cancelled is closed, and leaves no clip', async () => {
    meanwhile = () => {
      jobs.cancel(studio.store.get().exports.jobs[0]!.id);
    };

    await expect(pictures.paint()).rejects.toThrow(/abort/i);
    expect(closed).toBe(1);
    expect(shown()).toEqual([]);
  });

  it('that no format can hold is refused before it is painted', async () => {
    const wide = Object.assign(document.createElement('canvas'), {width: 20_000, height: 2});
    frame = frameOf(wide);

    await expect(pictures.paint({format: 'webp'})).rejects.toMatchObject({
      code: 'picture-too-large',
    });
    expect(paintLarge).not.toHaveBeenCalled();
  });
});

it('paints a picture of a program, which becomes no clip', async () => {
  const blob = await pictures.paintFile(await colorFile('blue'), {format: 'webp'});

  expect(blob.type).toBe('image/webp');
  expect(painting()).toMatchObject({size: {width: 8, height: 8}, mirror: false});
  expect(shown()).toEqual([]);
  await expect(pictures.paintFile(new Blob(['text']))).rejects.toMatchObject({
    problem: 'unreadable',
  });
});

describe('many pictures', () => {
  const files = (names: string[]) => Promise.all(names.map((name) => colorFile('blue', name)));
  const broken = new File(['no picture'], 'broken.png');

  it('are painted one after the other, and become a clip each, or one archive', async () => {
    await pictures.paintAll(await files(['a.png', 'b.png']));
    await pictures.paintAll(await files(['a.png', 'b.png', 'c.png', 'd.png']));

    expect(shown().map(({name}) => name)).toEqual([
      'a-pastiche.png',
      'b-pastiche.png',
      'a-pastiche.zip',
    ]);
    expect(studio.sentences('info')).toEqual([
      '2 pictures are painted.',
      '4 pictures are painted.',
    ]);
  });

  it('that cannot be read are left out and named; the others are painted', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const [a, c] = await files(['a.png', 'c.png']);
    await pictures.paintAll([a!, broken, c!]);

    expect(shown().map(({name}) => name)).toEqual(['a-pastiche.png', 'c-pastiche.png']);
    expect(studio.sentences('error')[0]).toContain('broken.png');
    expect(studio.sentences('info')).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ['when they are cancelled', () => jobs.cancel(studio.store.get().exports.jobs[0]!.id)],
    [
      'when the GPU goes away',
      () => {
        throw new ContextLostError();
      },
    ],
  ])('that are made stay %s', async (_, happen) => {
    meanwhile = () => {
      if (paintLarge.mock.calls.length === 3) happen();
    };
    const all = pictures.paintAll(await files(['a.png', 'b.png', 'c.png', 'd.png', 'e.png']));

    await expect(all).rejects.toThrow();
    expect(shown().map(({name}) => name)).toEqual(['a-pastiche.zip']);
    expect(studio.sentences('info')).toEqual(['2 of 5 pictures are painted, and kept.']);
  });

  it('tell how far they are', async () => {
    const far: unknown[] = [];
    studio.store.subscribe(
      ({
        exports: {
          jobs: [job],
        },
      }) => {
        if (job)
          far.push([job.name, job.done, job.about && 'values' in job.about && job.about.values]);
      },
    );
    await pictures.paintAll(await files(['a.png', 'b.png']));

    expect(far).toContainEqual(['a.png + 1', 0.25, {at: 1, count: 2}]);
    expect(far).toContainEqual(['a.png + 1', 0.75, {at: 2, count: 2}]);
  });
});
