import type {Frame} from '../../frame.ts';
import type {LargePainting, Paint, PaintedTile} from '../../painter.ts';
import type {GridTile} from '../../plan/tile-grid.ts';
import type {Size} from '../../size.ts';
import {colourLayers, type LayerParts, recolourFor} from '../compose.ts';
import type {Picture} from '../picture/picture.ts';
import {createRecolourer} from '../picture/recolourer.ts';
import {createToner} from '../picture/toner.ts';
import type {Divided} from '../regions/divided.ts';
import type {RegionParts} from '../regions/region-parts.ts';
import {createFinisher} from './finisher.ts';
import {openTileInput} from './tile-input.ts';
import {openTileRegions, type TileRegions} from './tile-regions.ts';

/** A tile of the frame, as it is before the network and after it. */
export type SeenTile = {calm: Picture; divided: Divided | undefined};

/** What a large frame goes through besides the network, tile by tile. Whoever opens it disposes it. */
export type LargeFrame = {
  /** What is painted with. */
  layers: Paint['layers'];
  /** A tile of it; what comes of it is good until the next. */
  see(tile: GridTile): SeenTile;
  /** What the network is to see of a tile. */
  contentOf(seen: SeenTile): WebGLTexture;
  /**
   * What covers a tile, from its paintings, one for each layer.
   *
   * @param measured what stands for the tones of each, see `Toner`
   */
  cover(
    seen: SeenTile,
    paintings: readonly WebGLTexture[],
    measured?: readonly WebGLTexture[],
  ): WebGLTexture;
  /** Hands out the pixels of a tile's own part. */
  give(tile: GridTile, covered: WebGLTexture): Promise<void>;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** What a large frame is opened with. */
export type LargeFrameOptions = {
  gl: WebGL2RenderingContext;
  paint: Paint;
  frame: Frame;
  /** Of the painting, in pixels. */
  painted: Size;
  painting: LargePainting;
  /** Undefined where regions are not known; stays the caller's. */
  regionParts: Pick<RegionParts, 'persons'> | undefined;
  wait: (ms: number) => Promise<void>;
  take: (tile: PaintedTile) => void | Promise<void>;
};

/**
 * Opens a frame to be painted.
 *
 * @throws PictureRefusedError where it cannot be read
 */
export function openLargeFrame({
  gl,
  paint,
  frame,
  painted,
  painting: {size, mirror = false},
  regionParts,
  wait,
  take,
}: LargeFrameOptions): LargeFrame {
  const input = openTileInput(gl, frame, painted);
  const regions = openRegions();
  const layers = regions ? paint.layers : paint.layers.slice(0, 1);
  const partsOfLayers = layers.map((): LayerParts => ({
    recolourer: createRecolourer(gl),
    toner: createToner(gl),
  }));
  const finisher = createFinisher(gl, painted, size, mirror, wait);

  function openRegions(): TileRegions | undefined {
    if (!paint.regions || !regionParts) return undefined;
    try {
      return openTileRegions(gl, paint.regions, regionParts.persons, input.whole);
    } catch (error) {
      input.dispose();
      throw error;
    }
  }

  function layerParts(index: number): LayerParts {
    const parts = partsOfLayers[index];
    if (!parts) throw new Error(`Expected one of ${layers.length} layers, but got ${index}.`);
    return parts;
  }

  return {
    layers,
    see({window}) {
      const calm = input.part(window);
      return {calm, divided: regions?.divide(calm)};
    },
    contentOf({calm, divided}) {
      const seen = recolourFor(layers, calm, layerParts);
      return (divided ? divided.content(seen) : seen[0]) ?? calm.texture;
    },
    cover({calm, divided}, paintings, measured) {
      const coloured = colourLayers(layers, paintings, calm, paint, layerParts, measured);
      return (divided ? divided.cover(coloured) : coloured[0]) ?? calm.texture;
    },
    async give(tile, covered) {
      for (const block of finisher.blocksOf(tile)) {
        await take(await finisher.finish(covered, tile, block));
      }
    },
    dispose() {
      input.dispose();
      regions?.dispose();
      finisher.dispose();
      for (const {recolourer, toner} of partsOfLayers) {
        recolourer.dispose();
        toner.dispose();
      }
    },
  };
}
