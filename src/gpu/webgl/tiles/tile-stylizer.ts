import type {StyleStatistics} from '../../../network/style-statistics.ts';
import type {PaintLayer} from '../../painter.ts';
import type {StatisticsPass} from '../../plan/plan.ts';
import type {Rectangle} from '../../plan/tile-grid.ts';
import type {Size} from '../../size.ts';
import {createDecoder} from '../decoder.ts';
import {createFrameMemory} from '../passes/frame-memory.ts';
import {createStatisticsPass} from '../passes/statistics-pass.ts';
import type {StylizerParts} from '../stylizer.ts';
import {createNearestTexture, createTarget, type TargetTexture} from '../tools/target-texture.ts';
import {readFloats} from './read-texels.ts';

/** A network that paints windows of a picture whose statistics are of the whole. Whoever creates one disposes it. */
export type TileStylizer = {
  /** Passes a window through the encoder; what follows is of it. */
  encode(window: WebGLTexture): void;
  /** Draws the statistics of a part of the window. */
  measure(part: Rectangle): void;
  /** What was measured last, read back; it waits for the GPU where that is not done. */
  readStatistics(): StyleStatistics;
  /** Takes the content's statistics, before anything is decoded. */
  setContent(statistics: StyleStatistics): void;
  /** Paints the window in a layer: what the stylizer owns, and the next window overwrites. */
  decode(layer: PaintLayer, index: number): TargetTexture;
  /** Frees all of its own; may be called twice. */
  dispose(): void;
};

/**
 * Makes one with textures of its own, so that what the network paints otherwise goes on.
 *
 * @param parts of a stylizer that is in use for as long
 * @param size of all windows, in multiples of `FRAME_STEP`
 * @param layers how many there are
 */
export function createTileStylizer(
  {context, plan, weights, source, encoder}: StylizerParts,
  size: Size,
  layers: number,
): TileStylizer {
  const {gl, formats} = context;
  const memory = createFrameMemory(gl, plan, formats, size);
  const vertices = gl.createVertexArray();
  const levels = plan.passes
    .filter((pass): pass is StatisticsPass => pass.kind === 'statistics')
    .map((pass) => {
      const groups = plan.maps[pass.map]?.groups ?? 0;
      const texture = createNearestTexture(gl, gl.TEXTURE_2D);
      gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, groups, 2);
      const measuring = createStatisticsPass(context, pass, groups);
      const step = measuring.bind(memory);
      return {level: pass.level, groups, texture, known: () => texture, measuring, step};
    });
  const encoding = encoder.map((pass) => pass.bind(memory));
  const decoders = Array.from({length: layers}, () => {
    const painting = createTarget(gl, formats.picture, size);
    const decoder = createDecoder(context, plan, weights, levels, source);
    return {painting, decoder, decoding: decoder.bind(memory, painting)};
  });
  let encoded: WebGLTexture | undefined;
  let disposed = false;

  function windowNow(): WebGLTexture {
    if (!encoded) throw new Error('Expected a window that was encoded, but there is none yet.');
    return encoded;
  }

  function draw(run: () => void) {
    gl.bindVertexArray(vertices);
    run();
    gl.bindVertexArray(null);
  }

  return {
    encode(window) {
      encoded = window;
      draw(() => {
        for (const step of encoding) step(window);
      });
    },
    measure(part) {
      const window = windowNow();
      draw(() => {
        for (const {measuring, step} of levels) {
          measuring.setPart(part);
          step(window);
        }
      });
    },
    readStatistics() {
      const statistics = levels.map(({level, groups, measuring}) => {
        const values = readFloats(gl, measuring.known(), {width: groups, height: 2});
        const [mean, std] = [values.slice(0, 4 * groups), values.slice(4 * groups)];
        return [level, {mean, std}] as const;
      });
      return Object.fromEntries(statistics);
    },
    setContent(statistics) {
      for (const {level, groups, texture} of levels) {
        const values = new Float32Array(8 * groups);
        values.set(statistics[level]?.mean ?? [], 0);
        values.set(statistics[level]?.std ?? [], 4 * groups);
        gl.activeTexture(gl.TEXTURE0);
        gl.bindTexture(gl.TEXTURE_2D, texture);
        gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, groups, 2, gl.RGBA, gl.FLOAT, values);
      }
    },
    decode(layer, index) {
      const own = decoders[index];
      if (!own) throw new Error(`Expected one of ${layers} layers, but got ${index}.`);
      const {decoder, decoding, painting} = own;
      const window = windowNow();
      draw(() => {
        decoder.takeLayer(layer);
        for (const step of decoding) step(window);
      });
      return painting;
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      memory.dispose();
      for (const {texture, measuring} of levels) {
        gl.deleteTexture(texture);
        measuring.dispose();
      }
      for (const {decoder, painting} of decoders) {
        decoder.dispose();
        painting.dispose();
      }
      gl.deleteVertexArray(vertices);
    },
  };
}
