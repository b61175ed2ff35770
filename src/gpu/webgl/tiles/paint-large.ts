import type {Frame} from '../../frame.ts';
import type {LargePainting, Paint, PaintedTile} from '../../painter.ts';
import {reachOf} from '../../plan/reach.ts';
import {type GridTile, tileGrid} from '../../plan/tile-grid.ts';
import {mostRows, mostWindow} from '../../plan/window-size.ts';
import {FRAME_STEP, type Size} from '../../size.ts';
import type {RegionParts} from '../regions/region-parts.ts';
import type {Stylizer, StylizerParts} from '../stylizer.ts';
import {type LargeFrame, openLargeFrame} from './large-frame.ts';
import {paintTiles} from './paint-tiles.ts';
import {paintWhole} from './paint-whole.ts';
import {createPieces, type Pieces} from './pieces.ts';

/** What is painted at once, by what cannot paint otherwise, has a shorter side of so many pixels at most. */
const LARGEST_WHOLE = 720;

/** Bytes of a window's pixel besides the network's maps. */
const PICTURE_BYTES = {frame: 8, layer: 3 * 8, ofRegions: 7 * 8};

/** Windows are so high at least, in pixels: of lower ones, most is margin. */
const LEAST_ROWS = 512;

/** Sides of a window where nothing is painted, in pixels. */
const SHOWN_SIDE = 1024;

/** What paints. */
export type LargeParts = {
  gl: WebGL2RenderingContext;
  /** Of the paint's network. */
  stylizer: Stylizer;
  /** Undefined where regions are not known. */
  regionParts: Pick<RegionParts, 'persons'> | undefined;
  /** Aborted when the context is lost. */
  lost: AbortSignal;
  /** What is kept from one pass to the next takes so many bytes at most; 64 MB, where it is left out. */
  keptBytes?: number;
  /** Resolves after the milliseconds given. */
  wait: (ms: number) => Promise<void>;
};

/** Paints a frame at any size; see `Painter`. */
export async function paintLarge(
  {gl, stylizer, regionParts, lost, wait, keptBytes}: LargeParts,
  paint: Paint,
  frame: Frame,
  painting: LargePainting,
  take: (tile: PaintedTile) => void | Promise<void>,
): Promise<void> {
  const wanted = painting.paintedSize ?? painting.size;
  const painted = stylizer.parts ? wanted : atMost(wanted, LARGEST_WHOLE);
  const padded = {width: stepped(painted.width), height: stepped(painted.height)};
  const pieces = createPieces(gl, painting, lost, wait);
  await pieces.begin();
  const options = {gl, paint, frame, painted, painting, regionParts, wait, take};
  const large = openLargeFrame(options);
  try {
    if (large.layers.length === 0) {
      await showTiles(large, tileGrid(padded, 0, {width: SHOWN_SIDE, height: SHOWN_SIDE}), pieces);
    } else if (stylizer.parts) {
      const most = mostOf(gl, stylizer.parts, paint, painting, painted);
      const grid = tileGrid(padded, reachOf(paint.network.architecture), most);
      await paintTiles(stylizer.parts, large, grid, painted, pieces, keptBytes);
    } else {
      const whole = {x: 0, y: 0, ...padded};
      await stylizer.prepare(padded);
      await paintWhole(gl, stylizer, large, {window: whole, own: whole}, pieces);
    }
  } finally {
    large.dispose();
  }
}

/** Where nothing is painted, a frame is covered tile by tile. */
async function showTiles(large: LargeFrame, grid: readonly GridTile[], pieces: Pieces) {
  for (const tile of grid) {
    await pieces.run(() => large.give(tile, large.cover(large.see(tile), [])), 1 / grid.length);
  }
}

/** How large a window may be. */
function mostOf(
  gl: WebGL2RenderingContext,
  {plan, context}: StylizerParts,
  {layers, regions}: Paint,
  {size, tileSide}: LargePainting,
  painted: Size,
): Size {
  const {frame, layer, ofRegions} = PICTURE_BYTES;
  const needs = {
    plan,
    texelBytes: context.formats.maps === gl.RGBA16F ? 8 : 16,
    pictureBytes: frame + layers.length * layer + (regions ? ofRegions : 0),
    longestTexture: gl.getParameter(gl.MAX_TEXTURE_SIZE) as number,
  };
  const most = mostWindow(needs, tileSide);
  // Tiles that lie side by side are waited for until their rows are whole.
  if (painted.width <= most.width) return most;
  const rows = mostRows(size, painted.height / size.height);
  return {width: most.width, height: Math.min(most.height, Math.max(LEAST_ROWS, rows))};
}

function atMost({width, height}: Size, shortSide: number): Size {
  const scale = Math.min(1, shortSide / Math.min(width, height));
  return {width: Math.round(width * scale), height: Math.round(height * scale)};
}

function stepped(side: number): number {
  return Math.ceil(side / FRAME_STEP) * FRAME_STEP;
}
