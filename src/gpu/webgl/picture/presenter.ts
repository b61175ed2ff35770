import type {View} from '../../painter.ts';
import {enlargedSize, type Size} from '../../size.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import alphaSource from './alpha-at.glsl?raw';
import enlargeSource from './enlarge.glsl?raw';
import presentSource from './present.glsl?raw';
import colourSource from './ycc.glsl?raw';

/** Shows pictures on the canvas of the context. */
export type Presenter = {
  /**
   * Draws a painting over the whole canvas, which takes the size of the painting, or is larger where
   * the view says so.
   *
   * @param frame what was painted, shown left of the divider
   */
  show(painting: WebGLTexture, frame: WebGLTexture, size: Size, view: View): void;
  /** Frees the programs; may be called twice. */
  dispose(): void;
};

/** Makes a presenter for the canvas of this context. */
export function createPresenter(gl: WebGL2RenderingContext): Presenter {
  const plain = createScreenPass(gl, shaderText({}, [alphaSource, presentSource]));
  const enlarging = createScreenPass(
    gl,
    shaderText({ENLARGED: true}, [alphaSource, colourSource, enlargeSource, presentSource]),
  );
  const {canvas} = gl;
  return {
    show(painting, frame, size, {mirror, divider, enlarged, size: wanted}) {
      const {width, height} = wanted ?? (enlarged ? enlargedSize(size) : size);
      // Setting a canvas's size clears it, even to the same value.
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      const pass = enlarged ? enlarging : plain;
      pass.draw(null, {width, height}, {painting, frame}, (shader) => {
        gl.uniform1f(shader.uniform('divider'), divider);
        gl.uniform1i(shader.uniform('mirror'), mirror ? 1 : 0);
      });
    },
    dispose() {
      plain.dispose();
      enlarging.dispose();
    },
  };
}
