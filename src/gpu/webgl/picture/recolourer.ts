import {type Palette, paletteRoot} from '../../../network/palette.ts';
import type {Colour} from '../../painter.ts';
import {floatFormats} from '../tools/float-formats.ts';
import {createScreenPass, type ScreenPass} from '../tools/screen-pass.ts';
import type {ShaderProgram} from '../tools/shader-program.ts';
import {shaderText} from '../tools/shader-text.ts';
import rootSource from './colour-root.glsl?raw';
import {createFollowing} from './following.ts';
import giveBackSource from './give-back.glsl?raw';
import momentsSource from './palette-moments.glsl?raw';
import {type Picture, wholeOf} from './picture.ts';
import recolourSource from './recolour.glsl?raw';
import {createSizedTarget} from './sized-target.ts';
import {createTargetPair} from './target-pair.ts';
import colourSource from './ycc.glsl?raw';

/**
 * Makes a frame ready for a style. Its colours are brought to those of the style, so that none of its own
 * hues is left: mean and covariance (after Reinhard et al. 2001, "Color Transfer between Images", with the
 * covariance and luma first). What the frame's colours are as a whole is found out on the GPU, and
 * follows the frames slowly: a hand that comes in does not change the colours behind it. And it gets a
 * grain that stands still, so that flat walls are painted with strokes, too.
 */
export type Recolourer = {
  /**
   * The frame in a palette's colours: a texture of half floats, which the recolourer owns and the next
   * call overwrites. The same frame again is measured once, and so is what frames are parts of.
   *
   * @param alpha 0 leaves the frame as it is, 1 is all of the palette, and so is more
   */
  recolour(frame: Picture, palette: Palette, alpha: number): WebGLTexture;
  /**
   * A painting with colours of the scene: a texture of half floats, which the recolourer owns and the next
   * call overwrites. Where the scene has none to give back, it is the painting itself.
   *
   * @param frame what was painted
   * @param palette of the style, by whose mean and covariance colours are known as the style's; without
   *   one, only chroma can be given back
   */
  giveBack(
    painting: WebGLTexture,
    frame: Picture,
    palette: Palette | undefined,
    colour: Colour,
  ): WebGLTexture;
  /** Forgets the frames so far: the next one is of another scene. */
  restart(): void;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** A texel for each line of `palette-moments.glsl`. */
const MOMENTS = {width: 3, height: 1};

/**
 * Makes a recolourer in this context.
 *
 * @param now the time of a frame that is measured, in milliseconds
 */
export function createRecolourer(
  gl: WebGL2RenderingContext,
  now: () => number = () => performance.now(),
): Recolourer {
  const measuring = createScreenPass(gl, shaderText({}, [colourSource, momentsSource]));
  const mapping = createScreenPass(gl, shaderText({}, [colourSource, rootSource, recolourSource]));
  const giving = new Map<Colour['by'], ScreenPass>();
  const moments = createTargetPair(gl, floatFormats(gl, 'half').statistics);
  const target = createSizedTarget(gl);
  const given = createSizedTarget(gl);
  const following = createFollowing(now);
  let root: {palette: Palette; rows: Float32Array} | undefined;

  function measure(frame: Picture) {
    const whole = wholeOf(frame);
    const share = following.shareOf(whole);
    if (share === 0) return;
    const {next, last} = moments.of(MOMENTS);
    const textures = {frame: whole.texture, before: last.texture};
    measuring.draw(next.framebuffer, MOMENTS, textures, (shader) => {
      gl.uniform1f(shader.uniform('share'), share);
    });
    moments.swap();
  }

  function rootOf(palette: Palette): Float32Array {
    if (root?.palette !== palette) root = {palette, rows: paletteRoot(palette)};
    return root.rows;
  }

  /** Few ask for it, so a start does not wait for it. */
  function givingBy(by: Colour['by']): ScreenPass {
    const known = giving.get(by);
    if (known) return known;
    const parts = [colourSource, rootSource, giveBackSource];
    const pass = createScreenPass(gl, shaderText({LUMINANCE: by === 'luminance'}, parts));
    giving.set(by, pass);
    return pass;
  }

  function setRoot(shader: ShaderProgram, palette: Palette) {
    const rows = rootOf(palette);
    gl.uniform3fv(shader.uniform('mean'), palette.mean);
    gl.uniform3fv(shader.uniform('rootLuma'), rows, 0, 3);
    gl.uniform3fv(shader.uniform('rootBlue'), rows, 3, 3);
    gl.uniform3fv(shader.uniform('rootRed'), rows, 6, 3);
  }

  return {
    recolour(frame, palette, alpha) {
      measure(frame);
      const {size} = frame;
      const {texture, framebuffer} = target.of(size);
      const textures = {frame: frame.texture, moments: moments.of(MOMENTS).last.texture};
      mapping.draw(framebuffer, size, textures, (shader) => {
        setRoot(shader, palette);
        gl.uniform1f(shader.uniform('alpha'), Math.min(alpha, 1));
        gl.uniform2i(shader.uniform('first'), frame.part?.x ?? 0, frame.part?.y ?? 0);
      });
      return texture;
    },
    giveBack(painting, frame, palette, {by, share}) {
      if (share === 0) return painting;
      const pass = givingBy(palette ? by : 'luminance');
      measure(frame);
      const {texture, framebuffer} = given.of(frame.size);
      const textures = {
        painting,
        frame: frame.texture,
        moments: moments.of(MOMENTS).last.texture,
      };
      pass.draw(framebuffer, frame.size, textures, (shader) => {
        if (palette) setRoot(shader, palette);
        gl.uniform1f(shader.uniform('share'), share);
      });
      return texture;
    },
    restart: following.restart,
    dispose() {
      measuring.dispose();
      mapping.dispose();
      for (const pass of giving.values()) pass.dispose();
      moments.dispose();
      target.dispose();
      given.dispose();
    },
  };
}
