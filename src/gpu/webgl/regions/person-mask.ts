import type {Edge} from '../../painter.ts';
import {type Picture, placeOf, sameSize, wholeOf} from '../picture/picture.ts';
import {createSizedTarget} from '../picture/sized-target.ts';
import {createTargetPair} from '../picture/target-pair.ts';
import colourSource from '../picture/ycc.glsl?raw';
import {createScreenPass} from '../tools/screen-pass.ts';
import type {ShaderProgram} from '../tools/shader-program.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createTarget} from '../tools/target-texture.ts';
import boxSource from './mask-box.glsl?raw';
import edgeSource from './mask-edge.glsl?raw';
import type {PersonPasses} from './person-passes.ts';
import pictureSource from './person-picture.glsl?raw';

/** Says where persons are in the frames of a scene. */
export type PersonMask = {
  /**
   * The mask of a frame: 0…1 in red, of the frame's size, with its edges where the frame's are. A texture of half
   * floats, which belongs to the mask, and which the next call overwrites. The network looks at every
   * second frame, or more seldom; in between its answer is brought to the edges of the frames that come. Of a part
   * it looks at the whole.
   *
   * @param frame can be sampled between its pixels, or that which it is a part of
   */
  of(frame: Picture, edge: Edge): WebGLTexture;
  /** Forgets the frames so far: the next one is of another scene. */
  restart(): void;
  /** Frees the textures, and the network's passes; may be called twice. */
  dispose(): void;
};

/** What a mask before counts where nothing is sure, 0…1. */
const KEPT = 0.7;

/** `smoothstep` wants some way from 0 to 1. */
const LEAST_FEATHER = 0.01;

/** Pixels of the mask on each side of one that its edges are found among. */
const RADIUS = 3;

/**
 * Makes a mask in this context, and takes the network's passes over.
 *
 * @param now the time of a frame, in milliseconds
 */
export function createPersonMask(
  gl: WebGL2RenderingContext,
  passes: PersonPasses,
  now: () => number = () => performance.now(),
): PersonMask {
  const {side, restMs} = passes;
  const size = {width: side, height: side};
  const box = {SIDE: side, RADIUS};
  const shrinking = createScreenPass(gl, shaderText({SIDE: side}, [pictureSource]));
  const moments = createScreenPass(
    gl,
    shaderText({...box, MOMENTS: true}, [colourSource, boxSource]),
  );
  const solving = createScreenPass(gl, shaderText({...box, SOLVE: true}, [boxSource]));
  const smoothing = createScreenPass(gl, shaderText(box, [boxSource]));
  const edging = createScreenPass(gl, shaderText({}, [colourSource, edgeSource]));

  const picture = createTarget(gl, gl.RGBA8, size);
  const masks = createTargetPair(gl);
  const one = createTarget(gl, gl.RGBA16F, size);
  const lines = createTarget(gl, gl.RGBA16F, size);
  gl.bindTexture(gl.TEXTURE_2D, lines.texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  const shown = createSizedTarget(gl);

  let looked: {frame: Picture; timeMs: number} | undefined;
  /** The frame that was asked for last. */
  let asked: Picture | undefined;

  const alongRow = (shader: ShaderProgram) => {
    gl.uniform2i(shader.uniform('direction'), 1, 0);
  };
  const alongColumn = (shader: ShaderProgram) => {
    gl.uniform2i(shader.uniform('direction'), 0, 1);
  };

  function look(frame: Picture, timeMs: number) {
    const {next: mask, last: before} = masks.of(size);
    shrinking.draw(picture.framebuffer, size, {frame: frame.texture});
    const goesOn = looked && sameSize(looked.frame.size, frame.size);
    passes.draw(picture.texture, mask, before.texture, goesOn ? KEPT : 0);
    masks.swap();
    looked = {frame, timeMs};
    const pair = {picture: picture.texture, mask: mask.texture};
    moments.draw(one.framebuffer, size, pair, alongRow);
    solving.draw(lines.framebuffer, size, {values: one.texture}, alongColumn);
    smoothing.draw(one.framebuffer, size, {values: lines.texture}, alongRow);
    smoothing.draw(lines.framebuffer, size, {values: one.texture}, alongColumn);
  }

  return {
    of(frame, {threshold, feather}) {
      const timeMs = now();
      const whole = wholeOf(frame);
      if (asked !== whole) {
        // The one after that which was looked at rests.
        const isDue = asked !== looked?.frame && timeMs - (looked?.timeMs ?? 0) >= restMs;
        if (isDue || !sameSize(looked?.frame.size, whole.size)) look(whole, timeMs);
        asked = whole;
      }
      const {texture, framebuffer} = shown.of(frame.size);
      const textures = {frame: frame.texture, lines: lines.texture};
      edging.draw(framebuffer, frame.size, textures, (shader) => {
        gl.uniform4fv(shader.uniform('part'), placeOf(frame));
        gl.uniform1f(shader.uniform('threshold'), threshold);
        gl.uniform1f(shader.uniform('feather'), Math.max(feather, LEAST_FEATHER));
      });
      return texture;
    },
    restart() {
      looked = undefined;
      asked = undefined;
    },
    dispose() {
      for (const pass of [shrinking, moments, solving, smoothing, edging]) pass.dispose();
      for (const target of [picture, masks, one, lines]) target.dispose();
      shown.dispose();
      passes.dispose();
    },
  };
}
