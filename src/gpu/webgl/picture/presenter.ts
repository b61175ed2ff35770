import type {Size} from '../../size.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import fragmentSource from './present.glsl?raw';

/** Shows pictures on the canvas of the context. */
export type Presenter = {
  /**
   * Draws the painting over the whole canvas, which takes the size of the painting.
   *
   * @param divider 0…1 from the left: the frame is shown left of it; 0 shows the painting alone
   */
  show(painting: WebGLTexture, frame: WebGLTexture, size: Size, divider: number): void;
  /** Frees the program; may be called twice. */
  dispose(): void;
};

/** Makes a presenter for the canvas of this context. */
export function createPresenter(gl: WebGL2RenderingContext): Presenter {
  const pass = createScreenPass(gl, fragmentSource);
  const {canvas} = gl;
  return {
    show(painting, frame, size, divider) {
      // Setting a canvas's size clears it, even to the same value.
      if (canvas.width !== size.width) canvas.width = size.width;
      if (canvas.height !== size.height) canvas.height = size.height;
      pass.draw(null, size, {painting, frame}, (shader) => {
        gl.uniform1f(shader.uniform('divider'), divider);
      });
    },
    dispose: () => {
      pass.dispose();
    },
  };
}
