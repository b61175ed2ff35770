import {type FeatureMap, tileCount} from './feature-map.ts';
import type {Pass, Plan} from './plan.ts';

/** Which texture holds which map: maps that never live at the same time share one. */
export type TextureAssignment = {
  /** The texture of each map, by index. */
  textureOf: readonly number[];
  /** One map of each texture: all of a texture's maps have the same storage. */
  textures: readonly FeatureMap[];
};

/** Gives every map of a plan a texture, in the order in which they are drawn. */
export function assignTextures({maps, passes}: Plan): TextureAssignment {
  const textures: FeatureMap[] = [];
  const textureOf: number[] = [];
  const free = new Set<number>();
  passes.forEach((pass, index) => {
    const later = new Set(passes.slice(index + 1).flatMap(mapsRead));
    if (pass.kind === 'conv') {
      const map = maps[pass.output];
      if (!map) throw new Error(`Expected a map ${pass.output} in the plan, but there is none.`);
      const fitting = [...free].find((texture) => keyOf(textures[texture]) === keyOf(map));
      const texture = fitting ?? textures.push(map) - 1;
      free.delete(texture);
      textureOf[pass.output] = texture;
    }
    for (const read of mapsRead(pass)) {
      const texture = textureOf[read];
      if (texture !== undefined && !later.has(read)) free.add(texture);
    }
  });
  return {textureOf, textures};
}

/** The maps that a pass reads. */
export function mapsRead(pass: Pass): number[] {
  if (pass.kind !== 'conv') return [pass.map];
  const input = pass.input === 'frame' ? [] : [pass.input.map];
  return pass.added ? [...input, pass.added.map] : input;
}

/** Equal for maps whose storage is equal at every size. */
function keyOf(map: FeatureMap | undefined): string {
  return map ? [map.shrink, tileCount(map), map.groupsPerTile].join() : '';
}
