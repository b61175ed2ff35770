import type {GridTile} from '../../plan/tile-grid.ts';
import type {Stylizer} from '../stylizer.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createTarget} from '../tools/target-texture.ts';
import cutSource from './cut.glsl?raw';
import type {LargeFrame} from './large-frame.ts';
import type {Pieces} from './pieces.ts';

/** Paints a frame at once: for what paints in no other way, or where nothing is to be painted. */
export async function paintWhole(
  gl: WebGL2RenderingContext,
  stylizer: Stylizer,
  frame: LargeFrame,
  whole: GridTile,
  pieces: Pieces,
): Promise<void> {
  const {layers} = frame;
  const {width, height} = whole.window;
  const copying = createScreenPass(gl, shaderText({}, [cutSource]));
  const copy = createTarget(gl, gl.RGBA16F, {width, height});

  function paint() {
    const seen = frame.see(whole);
    // The paintings are gone when it returns.
    stylizer.render(frame.contentOf(seen), {width, height}, layers, (paintings) => {
      copying.draw(copy.framebuffer, copy, {whole: frame.cover(seen, paintings)}, (shader) => {
        gl.uniform4f(shader.uniform('part'), 0, 0, 1, 1);
      });
    });
  }

  try {
    await pieces.run(paint, 0.9);
    await pieces.run(() => frame.give(whole, copy.texture), 0.1);
  } finally {
    copying.dispose();
    copy.dispose();
  }
}
