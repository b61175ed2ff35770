import {assignTextures} from '../../plan/assign-textures.ts';
import {type Shape, shapeOf, storageOf} from '../../plan/feature-map.ts';
import type {Plan} from '../../plan/plan.ts';
import type {Size} from '../../size.ts';
import type {FloatFormats} from '../tools/float-formats.ts';
import {createArrayTarget, type TargetTexture} from '../tools/target-texture.ts';

/** The textures of a plan for frames of one size. */
export type FrameMemory = {
  size: Size;
  /** Where a map of the plan is while it lives. */
  targetOf(map: number): TargetTexture;
  /** The shape of a map of the plan at this size. */
  shapeOf(map: number): Shape;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** Makes the textures. */
export function createFrameMemory(
  gl: WebGL2RenderingContext,
  plan: Plan,
  formats: FloatFormats,
  size: Size,
): FrameMemory {
  const {textureOf, textures} = assignTextures(plan);
  const targets = textures.map((map) => createArrayTarget(gl, formats.maps, storageOf(map, size)));
  return {
    size,
    targetOf(index) {
      const target = targets[textureOf.get(index) ?? -1];
      if (!target) throw new Error(`Expected a texture for map ${index}, but there is none.`);
      return target;
    },
    shapeOf(index) {
      const map = plan.maps[index];
      if (!map) throw new Error(`Expected a map ${index} in the plan, but there is none.`);
      return shapeOf(map, size);
    },
    dispose() {
      for (const target of targets) target.dispose();
    },
  };
}
