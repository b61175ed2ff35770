import {type FeatureMap, tileCount} from './feature-map.ts';
import type {Pass, Plan} from './plan.ts';
import {shareStorage} from './share-storage.ts';

/** Which texture holds which map: maps that never live at the same time share one. */
export type TextureAssignment = {
  /** The texture of each map. */
  textureOf: ReadonlyMap<number, number>;
  /** One map of each texture: all of a texture's maps have the same storage. */
  textures: readonly FeatureMap[];
};

/**
 * Gives every map of a plan a texture. What statistics are taken of stays, so that it can be decoded once
 * more, in another style.
 */
export function assignTextures({maps, passes}: Plan): TextureAssignment {
  const mapOf = (number: number): FeatureMap => {
    const map = maps[number];
    if (!map) throw new Error(`Expected a map ${number} in the plan, but there is none.`);
    return map;
  };
  const uses = passes.map((pass) => ({
    reads: mapsRead(pass),
    draws: pass.kind === 'conv' ? pass.output : undefined,
  }));
  const features = passes.flatMap((pass) => (pass.kind === 'statistics' ? [pass.map] : []));
  const {storageOf, firsts} = shareStorage(uses, (map) => keyOf(mapOf(map)), new Set(features));
  return {textureOf: storageOf, textures: firsts.map(mapOf)};
}

/** The maps that a pass reads. */
export function mapsRead(pass: Pass): number[] {
  if (pass.kind !== 'conv') return [pass.map];
  const input = pass.input === 'frame' ? [] : [pass.input.map];
  return pass.added ? [...input, pass.added.map] : input;
}

/** Equal for maps whose storage is equal at every size. */
function keyOf(map: FeatureMap): string {
  return [map.shrink, tileCount(map), map.groupsPerTile].join();
}
