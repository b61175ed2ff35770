import {TONED} from '../../../network/brush.ts';
import {TONES} from '../../../network/palette.ts';
import type {Paint, PaintLayer} from '../../painter.ts';
import {floatFormats} from '../tools/float-formats.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createFollowing} from './following.ts';
import {type Picture, wholeOf} from './picture.ts';
import ranksSource from './ranks.glsl?raw';
import {createSizedTarget} from './sized-target.ts';
import {createTargetPair} from './target-pair.ts';
import toneSource from './tone.glsl?raw';

/**
 * Brings a painting towards the tones of its style, so that its colours are as bright, as deep and as
 * frequent as there: a curve for each channel (histogram matching, after Pitié et al. 2005). What the
 * painting's own tones are is found out on the GPU, and follows the paintings slowly.
 */
export type Toner = {
  /**
   * The painting of a frame in the tones of its layer's palette: a texture of half floats, which the toner
   * owns and the next call overwrites. Without a palette it stays as it is. The same layers on the same
   * frame are measured once; of other layers, nothing is known, unless the same look is driven.
   *
   * @param layer what α is above 1 makes no difference
   * @param paint with all layers that are painted with
   * @param measured what stands for the painting's tones: of a part, some of the whole
   */
  tone(
    painting: WebGLTexture,
    frame: Picture,
    layer: PaintLayer,
    paint: Pick<Paint, 'layers' | 'drivenFrom'>,
    measured?: WebGLTexture,
  ): WebGLTexture;
  /** Forgets the paintings so far: the next one is of another scene. */
  restart(): void;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** Levels at which ranks are known. */
const RANKS = {width: 64, height: 1};

/**
 * Makes a toner in this context.
 *
 * @param now the time of a painting that is measured, in milliseconds
 */
export function createToner(
  gl: WebGL2RenderingContext,
  now: () => number = () => performance.now(),
): Toner {
  const defines = {LEVELS: RANKS.width, TONES};
  const measuring = createScreenPass(gl, shaderText(defines, [ranksSource]));
  const mapping = createScreenPass(gl, shaderText(defines, [toneSource]));
  const ranks = createTargetPair(gl, floatFormats(gl, 'half').statistics);
  const target = createSizedTarget(gl);
  const following = createFollowing(now);

  function measure(painting: WebGLTexture, share: number) {
    if (share === 0) return;
    const {next, last} = ranks.of(RANKS);
    const textures = {painting, before: last.texture};
    measuring.draw(next.framebuffer, RANKS, textures, (shader) => {
      gl.uniform1f(shader.uniform('share'), share);
    });
    ranks.swap();
  }

  return {
    tone(painting, frame, layer, {layers, drivenFrom = layers}, measured = painting) {
      if (!layer.code.palette) return painting;
      const {tones} = layer.code.palette;
      measure(measured, following.shareOf(wholeOf(frame), drivenFrom, layers));
      const {texture, framebuffer} = target.of(frame.size);
      const textures = {painting, ranks: ranks.of(RANKS).last.texture};
      mapping.draw(framebuffer, frame.size, textures, (shader) => {
        gl.uniform3fv(shader.uniform('tones'), tones);
        gl.uniform1f(shader.uniform('share'), shareOf(layer));
      });
      return texture;
    },
    restart: following.restart,
    dispose() {
      measuring.dispose();
      mapping.dispose();
      ranks.dispose();
      target.dispose();
    },
  };
}

function shareOf({code: {brushes = []}, alpha}: PaintLayer): number {
  let mean = TONED.plain;
  for (const {share, toned = TONED.brushed} of brushes) mean += share * (toned - TONED.plain);
  return mean * Math.min(alpha, 1);
}
