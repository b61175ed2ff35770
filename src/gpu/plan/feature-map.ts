import type {Size} from '../size.ts';

/**
 * How a feature map lies in an array texture. Four channels are a group, and a texel; four pixels of
 * `groupsPerTile` groups are a fragment's work, a layer each; the groups that follow are a tile
 * further down. A tile is half as wide and high as the map, and holds
 *
 * - `blocks`: the squares of 2×2 neighbours, a layer a neighbour; or
 * - `phases`: what a doubled map is made of: a quarter of the tile for each phase (the parity of a
 *   pixel's x and y), and in it the blocks of the small map.
 *
 * So all pixels of a fragment share their weights, and maps of a size share textures, whatever their
 * layout.
 */
export type FeatureMap = {
  /** Four channels each; the last may be padded with zeros. */
  groups: number;
  /** The frame's width divided by the map's: 1, 2, 4 or 8. */
  shrink: number;
  layout: 'blocks' | 'phases';
  groupsPerTile: number;
};

/** Layouts as the shaders number them; `pixels` is a plain picture. */
export const LAYOUT_NUMBERS = {pixels: 0, blocks: 1, phases: 2} as const;

/** The number of tiles, one below the other. */
export function tileCount({groups, groupsPerTile}: FeatureMap): number {
  return Math.ceil(groups / groupsPerTile);
}

/** Texels of one tile, for frames of `size`. */
export function tileSize({shrink}: FeatureMap, {width, height}: Size): Size {
  return {width: width / shrink / 2, height: height / shrink / 2};
}

/** The array texture that holds the map, for frames of `size`. */
export function storageOf(map: FeatureMap, size: Size): Size & {layers: number} {
  const {width, height} = tileSize(map, size);
  return {width, height: height * tileCount(map), layers: 4 * map.groupsPerTile};
}

/** What `feature-map.glsl` calls a shape: width, height, groups a tile, layout. */
export type Shape = [number, number, number, number];

/** The shape of a map, for frames of `size`. */
export function shapeOf(map: FeatureMap, {width, height}: Size): Shape {
  const {shrink, groupsPerTile, layout} = map;
  return [width / shrink, height / shrink, groupsPerTile, LAYOUT_NUMBERS[layout]];
}
