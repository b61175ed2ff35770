import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {PERSON_FILES} from '../../../../src/app/networks/person-files.ts';
import {ContextLostError} from '../../../../src/gpu/context-lost-error.ts';
import {openPainter} from '../../../../src/gpu/open-painter.ts';
import type {
  Colour,
  Cover,
  LargePainting,
  Paint,
  Painter,
  PaintLayer,
  Region,
} from '../../../../src/gpu/painter.ts';
import {PictureRefusedError} from '../../../../src/gpu/picture-refused-error.ts';
import type {Size} from '../../../../src/gpu/size.ts';
import {paletteOf} from '../../../../src/network/palette.ts';
import {loadPersonNetwork} from '../../../../src/network/person/person-network.ts';
import {plainStyle} from '../../../../src/network/plain-style.ts';
import {mixCodes} from '../../../../src/network/style-code.ts';
import {USUAL} from '../../../app/usual-look.ts';
import {pixelsOf} from '../../../live/canvas-pixels.ts';
import {toyModel} from '../../../live/toy-model.ts';
import {randomWeights} from '../../../random-weights.ts';
import {toyArchitecture} from '../../../toy-architecture.ts';
import {exampleFrame} from '../../fused-fixture.ts';
import {paintedCanvas, wait} from '../../gl-fixture.ts';
import {striped} from '../../striped.ts';
import {createTuningMemory, FEW_TARGETS} from '../../tuning-memory.ts';
import {figure} from '../regions/figures.ts';
import {createTileTaker, differences, expectSame, frameOf, multiplied} from './painted-tiles.ts';

const PLAIN = {mirror: false, divider: 0, enlarged: false};
/** A toy whose paintings have contrast: a faint one's tones would be spread, and what is rounded with them. */
const NETWORK = {
  ...toyModel(),
  weights: randomWeights(toyArchitecture(), {seed: 7, lastGain: 0.5}),
};
const OTHER = toyModel(11);
const MEMORY = createTuningMemory(FEW_TARGETS);

/** Windows of this side have 16 pixels besides two margins, so there are two of them on each side. */
const TILE_SIDE = 176;
const SIZE = {width: 192, height: 192};
const FRAME = frameOf(exampleFrame(SIZE));

/** Whose tones are many: where a style has two alone, a step of a pixel may be one from black to white. */
const WARM = paletteOfCanvas((x, y) => [
  170 + 40 * Math.sin(x / 9),
  120 + 30 * Math.sin(y / 7),
  80,
]);
const COOL = paletteOfCanvas((x, y) => [60 + x / 2, 100 + 60 * Math.sin((x + y) / 9), 140 + y / 2]);
const EDGE = {threshold: 0.5, feather: 0.2};
const events = {onLost: () => {}, onRestored: () => {}, onFailed: () => {}};

let canvas: HTMLCanvasElement;
let painter: Painter;

beforeEach(async () => {
  canvas = document.createElement('canvas');
  painter = await openPainter({canvas, network: NETWORK, size: SIZE, wait, memory: MEMORY, events});
});
afterEach(() => {
  painter.dispose();
  canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')?.loseContext();
  vi.restoreAllMocks();
});

describe('a painting in tiles is the one that is painted at once', () => {
  const warm = layerOf(WARM);

  it.each<[string, Paint]>([
    ['without a palette', paintOf([layerOf()])],
    ['with a palette', paintOf([warm])],
    ['exaggerated', paintOf([layerOf(WARM, 1.5)])],
    ['faintly', paintOf([layerOf(WARM, 0.3)])],
    ['not at all', paintOf([layerOf(WARM, 0)])],
    ['in the chroma of the scene', paintOf([warm], {by: 'luminance', share: 1})],
    ['in the mood of the scene', paintOf([warm], {by: 'palette', share: 0.7})],
    ['with a brush', paintOf([brushed(warm, 3)])],
    ['in a mix', paintOf([mixOf(brushed(warm, 3), layerOf(COOL))])],
  ])('%s', async (_, paint) => {
    const live = paintLive(paint);
    const {pixels, tiles} = await paintLarge(paint);

    expect(tiles).toHaveLength(4);
    expectSame(pixels, live);
  });

  it('of a size that windows do not fit', async () => {
    const paint = paintOf([warm]);
    for (const size of [
      {width: 233, height: 201},
      {width: 16, height: 350},
      {width: 350, height: 7},
    ]) {
      const whole = await paintLarge(paint, {size, tileSide: 400});
      const parts = await paintLarge(paint, {size});

      expect(whole.tiles).toHaveLength(1);
      expect(parts.tiles.length).toBeGreaterThan(4);
      expectSame(parts.pixels, whole.pixels);
    }
  });
});

describe('regions in tiles are those that are painted at once', () => {
  const network = loadPersonNetwork(PERSON_FILES);
  const [one, other]: Cover[] = [
    {by: 'paint', layer: 0},
    {by: 'paint', layer: 1},
  ];
  const layers = [layerOf(WARM), brushed(layerOf(COOL), 5)];
  const person = frameOf(onCanvas(figure({x: 0.5, y: 0.55})));
  /** Red on the left, with a soft edge; green in a corner. */
  const mask = {
    picture: paintedCanvas({width: 48, height: 48}, (x, y) => [
      255 - Math.min(255, Math.max(0, 20 * (x - 20))),
      x > 24 && y > 30 ? 255 : 0,
      0,
    ]),
    version: 1,
  };

  it.each<[string, {person?: Cover; background: Cover; red?: Cover; green?: Cover}]>([
    ['two styles', {person: one!, background: other!}],
    ['no background', {person: one!, background: {by: 'none'}}],
    ['a blurred background', {person: one!, background: {by: 'blur'}}],
    ['a blurred person', {person: {by: 'blur'}, background: one!}],
    ['what is painted by hand', {background: one!, red: other!, green: {by: 'frame'}}],
    ['all of it', {person: one!, background: {by: 'blur'}, red: other!, green: {by: 'none'}}],
    [
      'nothing that is painted',
      {person: {by: 'frame'}, background: {by: 'colour', rgb: [1, 0, 0]}},
    ],
  ])('%s', async (_, covers) => {
    await painter.openRegions(await network);
    const over = (['person', 'red', 'green'] as const).flatMap((where): Region[] => {
      const cover = covers[where];
      return cover ? [{where, cover}] : [];
    });
    const {background} = covers;
    const used = Object.values(covers).some(({by}) => by === 'paint') ? layers : [];
    const paint = {...paintOf(used), regions: {background, over, edge: EDGE, mask}};
    const live = paintLive(paint, person);
    const {pixels, tiles} = await paintLarge(paint, {}, person);

    expect(tiles.length).toBe(used.length > 0 ? 4 : 1);
    // Edges of masks are found in half floats, too.
    expectSame(multiplied(pixels), multiplied(live), 0.06);
  });

  it('before anybody knows them: all is painted in the first style', async () => {
    const regions = {
      background: other!,
      over: [{where: 'person', cover: one!}],
      edge: EDGE,
    } as const;
    const {pixels} = await paintLarge({...paintOf(layers), regions}, {}, person);
    expectSame(pixels, paintLive(paintOf(layers), person));
  });
});

it('gives tiles row by row, and says how far it is', async () => {
  const shares: number[] = [];
  const {tiles} = await paintLarge(paintOf([layerOf(WARM)]), {
    size: {width: 208, height: 208},
    onProgress: (share) => shares.push(share),
  });

  let done = 0;
  for (const {y, height} of tiles) {
    if (y >= done) done = y + height;
    expect(y + height).toBe(done);
  }
  expect(tiles.reduce((sum, {width, height}) => sum + width * height, 0)).toBe(208 * 208);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeCloseTo(1);
});

it('enlarges what is painted smaller as the canvas does, in the mirror too', async () => {
  const paint = paintOf([layerOf(WARM)]);
  const size = {width: 384, height: 384};
  painter.startScene();
  painter.take(FRAME);
  painter.paint(paint, SIZE, {...PLAIN, enlarged: true, mirror: true});
  const live = pixelsOf(canvas);
  const {pixels, tiles} = await paintLarge(paint, {size, paintedSize: SIZE, mirror: true});

  expect(tiles).toHaveLength(4);
  expectSame(pixels, live);
});

it('leaves the live picture as it is, and nothing behind', async () => {
  await painter.openRegions();
  const paint = paintOf([layerOf(WARM)]);
  paintLive(paint);
  // What is shown now depends on what was shown before.
  painter.take(frameOf(striped(SIZE, '#fff', '#00f')));
  painter.paint(paint, SIZE, PLAIN);
  const before = pixelsOf(canvas);
  await paintLarge(paint);
  const alive = countAlive();
  const turn = vi.fn(() => {
    painter.paint(paint, SIZE, PLAIN);
    expect(differences(pixelsOf(canvas), before).most).toBe(0);
    return Promise.resolve();
  });
  await paintLarge(paint, {turn}, frameOf(exampleFrame({width: 50, height: 60})));
  painter.paint(paint, SIZE, PLAIN);

  expect(turn.mock.calls.length).toBeGreaterThan(8);
  expect(differences(pixelsOf(canvas), before).most).toBe(0);
  expect(alive()).toEqual({textures: 0, framebuffers: 0, programs: 0, buffers: 0, arrays: 0});
});

it('ends when it is told to, or when nobody takes its tiles, and leaves nothing behind', async () => {
  const paint = paintOf([layerOf(WARM)]);
  await paintLarge(paint);
  const alive = countAlive();
  const stop = new AbortController();
  const stopped = paintLarge(paint, {signal: stop.signal, onProgress: () => stop.abort()});
  await expect(stopped).rejects.toThrow('aborted');
  const full = () => {
    throw new Error('full');
  };
  const untaken = painter.paintLarge(paint, FRAME, {size: SIZE, tileSide: TILE_SIDE}, full);
  await expect(untaken).rejects.toThrow('full');

  expect(alive()).toEqual({textures: 0, framebuffers: 0, programs: 0, buffers: 0, arrays: 0});
});

it('refuses a picture that is closed, and a network that is not in use', async () => {
  const paint = paintOf([layerOf()]);
  const image = await createImageBitmap(exampleFrame(SIZE));
  image.close();
  const closed = {...FRAME, image};
  await expect(paintLarge(paint, {}, closed)).rejects.toThrow(PictureRefusedError);
  await expect(paintLarge({...paint, network: OTHER})).rejects.toThrow('in use');
});

it('ends when the GPU goes away, whatever was under way, and can be asked again', async () => {
  const paint = paintOf([layerOf(WARM)]);
  const losing = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
  for (const at of [1, 3, 8]) {
    let turns = 0;
    const told = new Promise((resolve) => {
      canvas.addEventListener('webglcontextlost', resolve, {once: true});
    });
    const turn = () => {
      if (++turns === at) losing.loseContext();
      return Promise.resolve();
    };
    await expect(paintLarge(paint, {turn})).rejects.toThrow(ContextLostError);
    await expect(paintLarge(paint)).rejects.toThrow(ContextLostError);
    await told;
    // The context can be restored only after the event of its loss.
    await wait(0);
    losing.restoreContext();
    await expect.poll(() => painter.away, {timeout: 20_000}).toBe(false);
  }

  const {pixels} = await paintLarge(paint);
  expectSame(pixels, paintLive(paint));
});

it('keeps its network until it is done', async () => {
  await painter.addNetwork(OTHER, SIZE);
  paintLive(paintOf([layerOf()]));
  const turn = () => {
    painter.removeNetwork(NETWORK);
    painter.paint({...paintOf([layerOf()]), network: OTHER}, SIZE, PLAIN);
    return Promise.resolve();
  };
  await paintLarge(paintOf([layerOf()]), {turn});

  expect(painter.paints(NETWORK)).toBe(false);
});

/** What the canvas shows of a frame that is painted at once, the first of a scene. */
function paintLive(paint: Paint, frame = FRAME): Uint8ClampedArray {
  painter.startScene();
  painter.take(frame);
  expect(painter.paint(paint, SIZE, PLAIN)).toBe(true);
  return pixelsOf(canvas);
}

async function paintLarge(paint: Paint, painting: Partial<LargePainting> = {}, frame = FRAME) {
  const size: Size = painting.size ?? SIZE;
  const taker = createTileTaker(size);
  await painter.paintLarge(paint, frame, {size, tileSide: TILE_SIDE, ...painting}, taker.take);
  return taker;
}

function paintOf(layers: readonly PaintLayer[], colour: Colour = USUAL.colour): Paint {
  return {network: NETWORK, layers, ...USUAL, colour};
}

function layerOf(palette?: typeof WARM, alpha = 1): PaintLayer {
  return {code: {statistics: plainStyle(NETWORK.architecture), palette}, alpha};
}

function brushed({code, alpha}: PaintLayer, seed: number): PaintLayer {
  const brush = new Map(
    [...randomWeights(NETWORK.architecture, {seed, lastGain: 0.2})].filter(([name]) =>
      /decoder\/(res3b|up2|up1|out)/.test(name),
    ),
  );
  return {code: {...code, brushes: [{brush, share: 0.5}]}, alpha};
}

function mixOf(one: PaintLayer, other: PaintLayer): PaintLayer {
  const parts = [one, other].map(({code}) => ({code, weight: 1}));
  return {code: mixCodes(parts), alpha: 1};
}

function paletteOfCanvas(colorAt: (x: number, y: number) => [number, number, number]) {
  return paletteOf(pixelsOf(paintedCanvas({width: 64, height: 64}, colorAt)));
}

/** A picture as large as what is painted of it. */
function onCanvas(picture: ImageData): HTMLCanvasElement {
  const bitmap = Object.assign(document.createElement('canvas'), {width: 256, height: 256});
  bitmap.getContext('2d')!.putImageData(picture, 0, 0);
  const canvas = Object.assign(document.createElement('canvas'), SIZE);
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, SIZE.width, SIZE.height);
  return canvas;
}

/** How many more things there are in the context than now. */
function countAlive() {
  const gl = canvas.getContext('webgl2')!;
  const counts = {textures: 0, framebuffers: 0, programs: 0, buffers: 0, arrays: 0};
  const kinds = {
    Texture: 'textures',
    Framebuffer: 'framebuffers',
    Program: 'programs',
    Buffer: 'buffers',
    VertexArray: 'arrays',
  } as const;
  for (const [kind, name] of Object.entries(kinds)) {
    const [make, free] = [`create${kind}`, `delete${kind}`] as ['createTexture', 'deleteTexture'];
    const [made, freed] = [gl[make].bind(gl), gl[free].bind(gl)];
    vi.spyOn(gl, make).mockImplementation(() => (counts[name]++, made()));
    vi.spyOn(gl, free).mockImplementation((thing) => {
      if (thing) counts[name]--;
      freed(thing);
    });
  }
  return () => counts;
}
