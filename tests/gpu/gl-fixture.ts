import type {Size} from '../../src/gpu/size.ts';
import type {FrameInput} from '../../src/gpu/webgl/picture/frame-input.ts';
import type {Picture} from '../../src/gpu/webgl/picture/picture.ts';
import {openContext, prepareContext} from '../../src/gpu/webgl/tools/gl-context.ts';

/** A WebGL2 context on a canvas of its own. */
export function openTestContext(): WebGL2RenderingContext {
  const gl = openContext(document.createElement('canvas'));
  prepareContext(gl);
  return gl;
}

/** A canvas whose pixel colours are `colorAt(x, y)`, 0…255 each. */
export function paintedCanvas(
  {width, height}: Size,
  colorAt: (x: number, y: number) => [number, number, number],
): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(width, height);
  for (let place = 0; place < width * height; place++) {
    image.data.set([...colorAt(place % width, Math.floor(place / width)), 255], place * 4);
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** What a canvas becomes in an input: of its own size, unless another is given. */
export function taken(input: FrameInput, canvas: HTMLCanvasElement, size: Size = canvas): Picture {
  const {width, height} = canvas;
  input.take(canvas, {width, height});
  return input.fit({width: size.width, height: size.height});
}

/** Counts the textures, framebuffers and programs that the context makes from now on. */
export function countMade(gl: WebGL2RenderingContext): () => number {
  let made = 0;
  for (const name of ['createTexture', 'createFramebuffer', 'createProgram'] as const) {
    const original = gl[name].bind(gl) as () => WebGLTexture;
    gl[name] = () => (made++, original());
  }
  return () => made;
}

/** The RGBA bytes of what the canvas shows now, row 0 on top. */
export function readCanvas(gl: WebGL2RenderingContext): Uint8ClampedArray {
  const {width, height} = gl.canvas;
  const copy = Object.assign(document.createElement('canvas'), {width, height});
  const context = copy.getContext('2d')!;
  context.drawImage(gl.canvas as HTMLCanvasElement, 0, 0);
  return context.getImageData(0, 0, width, height).data;
}

/** Resolves after the milliseconds, as the fence wants it. */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
