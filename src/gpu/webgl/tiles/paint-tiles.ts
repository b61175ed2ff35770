import {uniteStatistics} from '../../../network/unite-statistics.ts';
import type {GridTile} from '../../plan/tile-grid.ts';
import type {Size} from '../../size.ts';
import type {StylizerParts} from '../stylizer.ts';
import type {TargetTexture} from '../tools/target-texture.ts';
import {createKeptPaintings} from './kept-paintings.ts';
import type {LargeFrame} from './large-frame.ts';
import type {Pieces} from './pieces.ts';
import {createTileStylizer} from './tile-stylizer.ts';
import {createToneSamples} from './tone-samples.ts';

/**
 * Paints a frame tile by tile: the encoder goes over all of them, for the content's statistics; then all of the
 * network, for the paintings' tones, where a style has any; and what was not kept of it, once more, for the pixels.
 *
 * @param grid at least one tile
 * @param painted the size of the painting, in pixels
 * @param keptBytes what kept paintings take at most
 */
export async function paintTiles(
  parts: StylizerParts,
  frame: LargeFrame,
  grid: readonly GridTile[],
  painted: Size,
  pieces: Pieces,
  keptBytes?: number,
): Promise<void> {
  const {gl, formats} = parts.context;
  const {layers} = frame;
  const [{window: windowSize} = {window: painted}] = grid;
  const hasTones = layers.some(({code: {palette}}) => palette);
  const network = createTileStylizer(parts, windowSize, layers.length);
  const kept = createKeptPaintings(gl, windowSize, layers.length, formats.picture, keptBytes);
  const samples = layers.map(() => createToneSamples(gl, painted, formats.picture));
  const share = 1 / workOf(grid.length, layers.length, hasTones ? kept.room : 0, hasTones);
  /** The tile that the encoder was passed with last. */
  let encoded: GridTile | undefined;

  async function encode(tile: GridTile, run = () => {}) {
    if (encoded === tile) return;
    await pieces.run(() => {
      network.encode(frame.contentOf(frame.see(tile)));
      run();
    }, share);
    encoded = tile;
  }

  /** @param use of what the next tile overwrites */
  async function decode(tile: GridTile): Promise<TargetTexture[]> {
    await encode(tile);
    const paintings: TargetTexture[] = [];
    for (const [index, layer] of layers.entries()) {
      paintings.push(await pieces.run(() => network.decode(layer, index), share));
    }
    return paintings;
  }

  try {
    const ofParts: Parameters<typeof uniteStatistics>[0][number][] = [];
    for (const tile of grid) {
      const {own, window} = tile;
      await encode(tile, () => {
        network.measure({...own, x: own.x - window.x, y: own.y - window.y});
      });
      ofParts.push({statistics: network.readStatistics(), share: own.width * own.height});
    }
    network.setContent(uniteStatistics(ofParts));

    if (hasTones) {
      for (const [index, tile] of grid.entries()) {
        const paintings = await decode(tile);
        paintings.forEach(({texture}, layer) => samples[layer]?.take(texture, tile));
        kept.keep(index, paintings);
      }
    }
    const tones = samples.map(({texture}) => texture);
    for (const [index, tile] of grid.entries()) {
      const paintings = kept.of(index) ?? (await decode(tile)).map(({texture}) => texture);
      await pieces.run(
        () => frame.give(tile, frame.cover(frame.see(tile), paintings, tones)),
        FINISHING * share,
      );
    }
  } finally {
    for (const owner of [network, kept, ...samples]) owner.dispose();
  }
}

/** What it takes to make pixels of a painting, of what the encoder takes. */
const FINISHING = 0.3;

/** How often a tile is passed through the encoder, or the decoder in a layer. */
function workOf(tiles: number, layers: number, room: number, hasTones: boolean): number {
  const ofPainting = layers + (tiles > 1 ? 1 : 0);
  const painted = (hasTones ? tiles : 0) + Math.max(0, tiles - room);
  return tiles + painted * ofPainting + tiles * FINISHING;
}
