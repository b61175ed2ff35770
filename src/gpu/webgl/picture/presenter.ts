import type {View} from '../../painter.ts';
import type {Size} from '../../size.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import fragmentSource from './present.glsl?raw';

/** Shows pictures on the canvas of the context. */
export type Presenter = {
  /**
   * Draws a painting over the whole canvas, which takes the size of the painting, as the view says.
   *
   * @param frame what was painted, shown left of the divider
   */
  show(painting: WebGLTexture, frame: WebGLTexture, size: Size, view: View): void;
  /** Frees the program; may be called twice. */
  dispose(): void;
};

/** Makes a presenter for the canvas of this context. */
export function createPresenter(gl: WebGL2RenderingContext): Presenter {
  const pass = createScreenPass(gl, fragmentSource);
  const {canvas} = gl;
  return {
    show(painting, frame, size, {mirror, divider}) {
      // Setting a canvas's size clears it, even to the same value.
      if (canvas.width !== size.width) canvas.width = size.width;
      if (canvas.height !== size.height) canvas.height = size.height;
      pass.draw(null, size, {painting, frame}, (shader) => {
        gl.uniform1f(shader.uniform('divider'), divider);
        gl.uniform1i(shader.uniform('mirror'), mirror ? 1 : 0);
      });
    },
    dispose: () => {
      pass.dispose();
    },
  };
}
