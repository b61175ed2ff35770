import type {Size} from '../../size.ts';
import {type Picture, sameSize} from '../picture/picture.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import type {ShaderProgram} from '../tools/shader-program.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createTarget, type TargetTexture} from '../tools/target-texture.ts';
import blurSource from './blur.glsl?raw';

/** Blurs a frame: what is behind persons, as a lens that is near to them does, or all of it. */
export type Blurrer = {
  /**
   * A frame blurred, a quarter as wide and high, to be sampled between its pixels. The texture is the blurrer's, and
   * the next call overwrites it.
   *
   * @param mask of what is left out, 0…1 in red
   */
  blur(frame: Picture, mask?: WebGLTexture): WebGLTexture;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** How far a pixel is smeared, of the frame's shorter side. */
const REACH = 0.09;

/** Pixels of a frame that are one of its blurred picture, on each side. */
const SHRINK = 4;

/** Makes a blurrer in this context. */
export function createBlurrer(gl: WebGL2RenderingContext): Blurrer {
  const shrinking = createScreenPass(gl, shaderText({SHRINK: true}, [blurSource]));
  const smearing = createScreenPass(gl, shaderText({}, [blurSource]));
  const finishing = createScreenPass(gl, shaderText({LAST: true}, [blurSource]));
  let targets: readonly [TargetTexture, TargetTexture] | undefined;

  function targetsOf({width, height}: Size) {
    const size = {width: Math.ceil(width / SHRINK), height: Math.ceil(height / SHRINK)};
    if (targets && sameSize(targets[0], size)) return targets;
    free();
    targets = [createTarget(gl, gl.RGBA16F, size), createTarget(gl, gl.RGBA16F, size)];
    gl.bindTexture(gl.TEXTURE_2D, targets[0].texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    return targets;
  }

  function free() {
    for (const target of targets ?? []) target.dispose();
    targets = undefined;
  }

  function setLine(shader: ShaderProgram, x: number, y: number, {width, height}: Size) {
    gl.uniform2i(shader.uniform('direction'), x, y);
    gl.uniform1i(
      shader.uniform('radius'),
      Math.max(1, Math.round(REACH * Math.min(width, height))),
    );
  }

  return {
    blur(frame, mask) {
      const [one, other] = targetsOf(frame.size);
      const textures = {picture: frame.texture, mask: mask ?? frame.texture};
      shrinking.draw(one.framebuffer, one, textures, (shader) => {
        gl.uniform1i(shader.uniform('masked'), mask ? 1 : 0);
      });
      smearing.draw(other.framebuffer, one, {picture: one.texture}, (shader) => {
        setLine(shader, 1, 0, one);
      });
      finishing.draw(one.framebuffer, one, {picture: other.texture}, (shader) => {
        setLine(shader, 0, 1, one);
      });
      return one.texture;
    },
    dispose() {
      for (const pass of [shrinking, smearing, finishing]) pass.dispose();
      free();
    },
  };
}
