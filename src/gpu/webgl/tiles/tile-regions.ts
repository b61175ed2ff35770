import type {Cover, Regions} from '../../painter.ts';
import {type Picture, placeOf} from '../picture/picture.ts';
import {createSizedTarget} from '../picture/sized-target.ts';
import {createBlurrer} from '../regions/blurrer.ts';
import {type Divided, divideFrame, type KnownRegion, sparedBy} from '../regions/divided.ts';
import {createMaskTexture} from '../regions/mask-texture.ts';
import {createMerger} from '../regions/merger.ts';
import {createPersonMask} from '../regions/person-mask.ts';
import type {PersonPasses} from '../regions/person-passes.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import cutSource from './cut.glsl?raw';

/** The regions of a picture that is painted in parts. Whoever opens them disposes them. */
export type TileRegions = {
  /** Divides a part; what comes of it is good until the next call. */
  divide(part: Picture): Divided;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/**
 * Opens the regions of a picture, or gives undefined where none is known. Persons are looked for once, and what is
 * blurred is blurred once, both in the whole.
 *
 * @param persons finds them, and stays the caller's; undefined where nothing does
 * @param whole can be sampled between its pixels
 */
export function openTileRegions(
  gl: WebGL2RenderingContext,
  {over, background, edge, mask}: Regions,
  persons: PersonPasses | undefined,
  whole: Picture,
): TileRegions | undefined {
  const known = over.filter(({where}) => (where === 'person' ? persons : mask));
  if (known.length === 0) return undefined;
  const cutting = createScreenPass(gl, shaderText({}, [cutSource]));
  const [contentMerger, merger] = [createMerger(gl), createMerger(gl)];
  const [cutMask, cutBlur] = [createSizedTarget(gl), createSizedTarget(gl)];
  const painted = mask && createMaskTexture(gl);
  const blurrer = createBlurrer(gl);
  const personMask = persons && createPersonMask(gl, {...persons, dispose() {}});

  function cut(target: ReturnType<typeof createSizedTarget>, of: WebGLTexture, part: Picture) {
    const {texture, framebuffer} = target.of(part.size);
    cutting.draw(framebuffer, part.size, {whole: of}, (shader) => {
      gl.uniform4fv(shader.uniform('part'), placeOf(part));
    });
    return texture;
  }

  /** The regions of a part, or of the whole; masks are of its size. */
  function regionsOf(part: Picture): KnownRegion[] {
    const paintedMask = mask && painted && cut(cutMask, painted.of(mask), part);
    return known.flatMap(({where, cover}): KnownRegion[] => {
      const isPerson = where === 'person';
      const texture = isPerson ? personMask?.of(part, edge) : paintedMask;
      const channel = isPerson ? 'red' : where;
      return texture ? [{mask: {texture, channel}, cover, isPerson}] : [];
    });
  }

  function blurWhole(): WebGLTexture | undefined {
    const isBlur = (cover: Cover) => cover.by === 'blur';
    if (!isBlur(background) && !known.some(({cover}) => isBlur(cover))) return undefined;
    return blurrer.blur(whole, sparedBy(regionsOf(whole))?.mask.texture);
  }

  const blurred = blurWhole();
  return {
    divide(part) {
      const blur = () => (blurred ? cut(cutBlur, blurred, part) : part.texture);
      return divideFrame(regionsOf(part), background, part, {contentMerger, merger, blur});
    },
    dispose() {
      const owned = [cutting, contentMerger, merger, cutMask, cutBlur, blurrer];
      for (const part of owned) part.dispose();
      painted?.dispose();
      personMask?.dispose();
    },
  };
}
