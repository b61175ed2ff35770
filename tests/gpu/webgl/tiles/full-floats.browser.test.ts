import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {PERSON_FILES} from '../../../../src/app/networks/person-files.ts';
import type {Cover, Paint, PaintLayer} from '../../../../src/gpu/painter.ts';
import type {Size} from '../../../../src/gpu/size.ts';
import {createFusedStylizer, type Tuning} from '../../../../src/gpu/webgl/fused-stylizer.ts';
import {createRegionParts} from '../../../../src/gpu/webgl/regions/region-parts.ts';
import {paintLarge} from '../../../../src/gpu/webgl/tiles/paint-large.ts';
import type {Architecture} from '../../../../src/network/architecture.ts';
import {paletteOf} from '../../../../src/network/palette.ts';
import {loadPersonNetwork} from '../../../../src/network/person/person-network.ts';
import {plainStyle} from '../../../../src/network/plain-style.ts';
import {USUAL} from '../../../app/usual-look.ts';
import {pixelsOf} from '../../../live/canvas-pixels.ts';
import {randomWeights} from '../../../random-weights.ts';
import {toyArchitecture} from '../../../toy-architecture.ts';
import {exampleFrame} from '../../fused-fixture.ts';
import {openTestContext, paintedCanvas, wait} from '../../gl-fixture.ts';
import {striped} from '../../striped.ts';
import {figure} from '../regions/figures.ts';
import {createTileTaker, differences, frameOf, multiplied} from './painted-tiles.ts';

/** Windows of this side have 16 pixels besides two margins. */
const TILE_SIDE = 176;
const FULL: Tuning = {targets: 4, weights: {kind: 'texture'}, floats: 'full'};
const SWIFT = toyArchitecture();
const FRAME = exampleFrame({width: 150, height: 120});

let gl: WebGL2RenderingContext;

beforeEach(() => {
  gl = openTestContext();
});
afterEach(() => {
  expect(gl.getError()).toBe(gl.NO_ERROR);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
});

// With full floats, only the order of sums differs; of two tones, a step may be one from black to white.
it.each<[string, {size: Size; architecture?: Architecture; tuning?: Tuning; palette?: boolean}]>([
  ['a picture', {size: {width: 240, height: 208}, palette: true}],
  ['one of an odd size, in one of two tones', {size: {width: 201, height: 187}, palette: true}],
  ['a strip that stands', {size: {width: 9, height: 305}}],
  ['a strip that lies', {size: {width: 420, height: 33}, palette: true}],
  [
    'weights in blocks',
    {size: {width: 200, height: 64}, tuning: {...FULL, weights: {kind: 'block', bytes: 16384}}},
  ],
  [
    'a network that pools',
    {size: {width: 208, height: 192}, architecture: toyArchitecture('vgg19')},
  ],
])(
  'paints %s in tiles as if at once',
  async (_, {size, architecture = SWIFT, tuning = FULL, palette}) => {
    const weights = randomWeights(architecture, {seed: 7, lastGain: 0.3});
    const paint = paintOf(architecture, [palette ? '#e8d9b0 #203080' : undefined]);
    const {tiled, whole, count} = await paintBoth(architecture, weights, tuning, paint, size);

    expect(count).toBeGreaterThan(1);
    expect(differences(tiled, whole).most).toBeLessThanOrEqual(1);
  },
);

it('paints regions in tiles as if at once', async () => {
  const regionParts = createRegionParts(gl, wait);
  await regionParts.findPersons(await loadPersonNetwork(PERSON_FILES), () =>
    Promise.reject(new Error()),
  );
  const cover = (layer: number): Cover => ({by: 'paint', layer});
  const picture = paintedCanvas({width: 30, height: 20}, (x) => [x < 9 ? 255 : 0, 0, 0]);
  const paint: Paint = {
    ...paintOf(SWIFT, ['#e8d9b0 #203080', '#fff #060']),
    regions: {
      background: {by: 'none'},
      over: [
        {where: 'person', cover: cover(1)},
        {where: 'red', cover: cover(0)},
      ],
      edge: {threshold: 0.5, feather: 0.3},
      mask: {picture, version: 1},
    },
  };
  const size = {width: 192, height: 208};
  const weights = randomWeights(SWIFT, {seed: 7, lastGain: 0.3});
  const person = figure({x: 0.5, y: 0.5});
  const {tiled, whole, count} = await paintBoth(
    SWIFT,
    weights,
    FULL,
    paint,
    size,
    person,
    regionParts,
  );
  regionParts.dispose();

  expect(count).toBeGreaterThan(1);
  expect(whole.some((value, place) => place % 4 === 3 && value < 9)).toBe(true);
  const alphasOf = (pixels: Uint8ClampedArray) => pixels.filter((_, place) => place % 4 === 3);
  expect(differences(alphasOf(tiled), alphasOf(whole)).most).toBeLessThanOrEqual(1);
  // Colour and alpha are rounded each for itself.
  expect(differences(multiplied(tiled), multiplied(whole)).most).toBeLessThanOrEqual(2);
});

it('paints again what was not kept', async () => {
  const weights = randomWeights(SWIFT, {seed: 7, lastGain: 0.3});
  const paint = paintOf(SWIFT, ['#e8d9b0 #203080']);
  const stylizer = createFusedStylizer(gl, SWIFT, weights, FULL, wait);
  const size = {width: 240, height: 64};
  await stylizer.prepare(size);
  const parts = {gl, stylizer, regionParts: undefined, lost: new AbortController().signal, wait};
  const frame = frameOf(FRAME);
  const [kept, again] = [createTileTaker(size), createTileTaker(size)];
  await paintLarge(parts, paint, frame, {size, tileSide: TILE_SIDE}, kept.take);
  const draw = vi.spyOn(gl, 'drawArrays');
  const keptBytes = 2.5 * TILE_SIDE * 64 * 16;
  await paintLarge({...parts, keptBytes}, paint, frame, {size, tileSide: TILE_SIDE}, again.take);
  stylizer.dispose();

  expect(again.tiles).toHaveLength(5);
  expect(draw.mock.calls.length).toBeGreaterThan(250);
  expect(differences(again.pixels, kept.pixels).most).toBe(0);
});

async function paintBoth(
  architecture: Architecture,
  weights: ReturnType<typeof randomWeights>,
  tuning: Tuning,
  paint: Paint,
  size: Size,
  picture: HTMLCanvasElement | ImageData = FRAME,
  regionParts?: ReturnType<typeof createRegionParts>,
) {
  const stylizer = createFusedStylizer(gl, architecture, weights, tuning, wait);
  await stylizer.prepare(size);
  const parts = {gl, stylizer, regionParts, lost: new AbortController().signal, wait};
  const [tiled, whole] = [createTileTaker(size), createTileTaker(size)];
  await paintLarge(parts, paint, frameOf(picture), {size, tileSide: TILE_SIDE}, tiled.take);
  await paintLarge(parts, paint, frameOf(picture), {size, tileSide: 1000}, whole.take);
  stylizer.dispose();
  expect(whole.tiles).toHaveLength(1);
  return {tiled: tiled.pixels, whole: whole.pixels, count: tiled.tiles.length};
}

/** In styles, with the palettes of pictures in two colours where these are given. */
function paintOf(architecture: Architecture, colours: readonly (string | undefined)[]): Paint {
  const layers = colours.map((ofStyle): PaintLayer => {
    const [paper, stripe] = ofStyle?.split(' ') ?? [];
    const picture = paper && stripe && striped({width: 64, height: 64}, paper, stripe);
    const palette = picture ? paletteOf(pixelsOf(picture)) : undefined;
    return {code: {statistics: plainStyle(architecture), palette}, alpha: 0.9};
  });
  const network = {name: 'toy', architecture, weights: new Map(), checksum: ''};
  return {network, layers, ...USUAL};
}
