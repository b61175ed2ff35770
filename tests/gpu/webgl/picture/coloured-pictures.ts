import {expect} from 'vitest';
import {type Palette, paletteOf} from '../../../../src/network/palette.ts';
import {paintedCanvas} from '../../gl-fixture.ts';

export const SIZE = {width: 64, height: 48};
export const COLOURFUL = paintedCanvas(SIZE, (x, y) => [
  128 + 60 * Math.sin(x / 5),
  128 + 50 * Math.cos(y / 4),
  90 + 60 * Math.sin((x + y) / 9),
]);
export const BLUE = paintedCanvas(SIZE, (x) => [20, 60 + x, 180]);
/** Of a warm picture with contrast, as the colours below lie within what can be shown. */
export const WARM = paletteOfCanvas(
  paintedCanvas(SIZE, (x, y) => [170 + 40 * Math.sin(x), 120 + 30 * Math.sin(y + x), 80 + (x % 9)]),
);
export const GREY = paletteOfCanvas(
  paintedCanvas(SIZE, (x, y) => {
    const value = (x * 3 + y * 2) % 256;
    return [value, value, value];
  }),
);

/** The RGBA bytes of a texture of half floats. */
export function bytesOfTexture(
  gl: WebGL2RenderingContext,
  texture: WebGLTexture,
): Uint8ClampedArray {
  const target = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, target);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const floats = new Float32Array(SIZE.width * SIZE.height * 4);
  gl.readPixels(0, 0, SIZE.width, SIZE.height, gl.RGBA, gl.FLOAT, floats);
  gl.deleteFramebuffer(target);
  expect(gl.getError()).toBe(gl.NO_ERROR);
  return Uint8ClampedArray.from(floats, (value) => value * 255);
}

/** The RGBA bytes of a canvas. */
export function bytesOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
  return canvas.getContext('2d')!.getImageData(0, 0, SIZE.width, SIZE.height).data;
}

export function paletteOfCanvas(canvas: HTMLCanvasElement): Palette {
  return paletteOf(bytesOf(canvas));
}

/** The most that two pictures differ in a byte. */
export function largestDifference(a: Uint8ClampedArray, b: ArrayLike<number>): number {
  return a.reduce((most, value, index) => Math.max(most, Math.abs(value - b[index]!)), 0);
}

/** The largest distance of two channels of a pixel, of 1. */
export function largestChroma(pixels: Uint8ClampedArray): number {
  let largest = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const rgb = pixels.subarray(at, at + 3);
    largest = Math.max(largest, (Math.max(...rgb) - Math.min(...rgb)) / 255);
  }
  return largest;
}
