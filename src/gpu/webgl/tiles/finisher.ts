import type {PaintedTile} from '../../painter.ts';
import type {GridTile, Rectangle} from '../../plan/tile-grid.ts';
import type {Size} from '../../size.ts';
import alphaSource from '../picture/alpha-at.glsl?raw';
import enlargeSource from '../picture/enlarge.glsl?raw';
import colourSource from '../picture/ycc.glsl?raw';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createTarget, type TargetTexture} from '../tools/target-texture.ts';
import finishSource from './finish.glsl?raw';
import {readBytes} from './read-texels.ts';

/** Makes pixels of what was painted. Whoever creates one disposes it. */
export type Finisher = {
  /** The blocks of the result that a tile's own part makes: what `finish` is to be called with. */
  blocksOf(tile: GridTile): Rectangle[];
  /** One of them; see `PaintedTile`. Throws ContextLostError. */
  finish(painting: WebGLTexture, tile: GridTile, block: Rectangle): Promise<PaintedTile>;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** Sides of what is read back at a time, in pixels: of one that is enlarged, a tile may be thousands wide. */
const BLOCK: Size = {width: 2048, height: 1152};

/**
 * Makes a finisher.
 *
 * @param painted the size of the painting, in pixels
 * @param size of the result
 * @param mirror whether that is the other way round
 * @param wait resolves after the milliseconds given
 */
export function createFinisher(
  gl: WebGL2RenderingContext,
  painted: Size,
  size: Size,
  mirror: boolean,
  wait: (ms: number) => Promise<void>,
): Finisher {
  const scale = {x: painted.width / size.width, y: painted.height / size.height};
  const isEnlarged = scale.x !== 1 || scale.y !== 1;
  const parts = isEnlarged ? [alphaSource, colourSource, enlargeSource] : [];
  const pass = createScreenPass(gl, shaderText({ENLARGED: isEnlarged}, [...parts, finishSource]));
  let target: TargetTexture | undefined;

  return {
    blocksOf({own}) {
      const columns = blocksAlong(own.x, own.x + own.width, scale.x, size.width, BLOCK.width);
      const rows = blocksAlong(own.y, own.y + own.height, scale.y, size.height, BLOCK.height);
      return rows.flatMap(([y, height]) => columns.map(([x, width]) => ({x, y, width, height})));
    },
    async finish(painting, {window}, {x, y, width, height}) {
      target ??= createTarget(gl, gl.RGBA8, BLOCK);
      pass.draw(target.framebuffer, {width, height}, {painting}, (shader) => {
        gl.uniform2i(shader.uniform('first'), mirror ? x + width - 1 : x, y);
        gl.uniform1i(shader.uniform('way'), mirror ? -1 : 1);
        gl.uniform2f(shader.uniform('scale'), scale.x, scale.y);
        gl.uniform2f(shader.uniform('origin'), window.x, window.y);
      });
      const pixels = await readBytes(gl, target.framebuffer, {width, height}, wait);
      return {x: mirror ? size.width - x - width : x, y, width, height, pixels};
    },
    dispose() {
      pass.dispose();
      target?.dispose();
    },
  };
}

/** From where to where pixels of the result lie in a part of the painting, cut into blocks: start and length. */
function blocksAlong(
  from: number,
  to: number,
  scale: number,
  size: number,
  most: number,
): [start: number, length: number][] {
  const start = Math.min(size, Math.round(from / scale));
  const end = Math.min(size, Math.round(to / scale));
  const count = Math.ceil((end - start) / most);
  return Array.from({length: count}, (_, index) => {
    const first = start + index * most;
    return [first, Math.min(most, end - first)];
  });
}
