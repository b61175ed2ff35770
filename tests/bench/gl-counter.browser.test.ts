import {afterEach, beforeEach, expect, it} from 'vitest';
import {createScreenPass} from '../../src/gpu/webgl/tools/screen-pass.ts';
import {createGlCounter, type GlCounter} from './gl-counter.ts';

const FRAGMENT = `#version 300 es
precision highp float;
layout(location = 0) out vec4 first;
layout(location = 1) out vec4 second;
void main() {
  first = vec4(1.0);
  second = vec4(1.0);
}`;

const SIZE = {width: 8, height: 4};

let gl: WebGL2RenderingContext;
let counter: GlCounter;

beforeEach(() => {
  gl = document.createElement('canvas').getContext('webgl2')!;
  gl.getExtension('EXT_color_buffer_float');
  counter = createGlCounter(gl);
});

afterEach(() => {
  counter.dispose();
  gl.getExtension('WEBGL_lose_context')?.loseContext();
});

it('counts draws to the canvas at four bytes a pixel of the viewport', () => {
  const pass = createScreenPass(gl, FRAGMENT);

  const counts = counter.countDraws(() => {
    pass.draw(null, SIZE, {});
    pass.draw(null, {width: 2, height: 2}, {});
  });

  expect(counts).toEqual({draws: 2, bytesWritten: 4 * (8 * 4 + 2 * 2)});
});

it('counts every colour attachment that is drawn to, at its own format', () => {
  const pass = createScreenPass(gl, FRAGMENT);
  const target = framebuffer(layer(gl.RGBA16F), flat(gl.R32F));

  gl.drawBuffers([gl.COLOR_ATTACHMENT0, gl.COLOR_ATTACHMENT1]);
  const both = counter.countDraws(() => pass.draw(target, SIZE, {}));
  gl.drawBuffers([gl.NONE, gl.COLOR_ATTACHMENT1]);
  const second = counter.countDraws(() => pass.draw(target, SIZE, {}));

  expect(gl.getError()).toBe(gl.NO_ERROR);
  expect(both).toEqual({draws: 1, bytesWritten: 8 * 4 * (8 + 4)});
  expect(second).toEqual({draws: 1, bytesWritten: 8 * 4 * 4});
});

it('counts all kinds of draw calls, and only while it is asked to', () => {
  const draw = () => {
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.drawArraysInstanced(gl.TRIANGLES, 0, 3, 2);
    gl.drawElements(gl.TRIANGLES, 3, gl.UNSIGNED_SHORT, 0);
    gl.drawElementsInstanced(gl.TRIANGLES, 3, gl.UNSIGNED_SHORT, 0, 2);
    gl.drawRangeElements(gl.TRIANGLES, 0, 2, 3, gl.UNSIGNED_SHORT, 0);
  };

  draw();

  expect(counter.countDraws(draw).draws).toBe(5);
  expect(counter.countDraws(() => {}).draws).toBe(0);
});

it('knows the bytes of live textures', () => {
  const target = gl.TEXTURE_2D;
  const texture = gl.createTexture();
  gl.bindTexture(target, texture);

  gl.texImage2D(target, 0, gl.RGBA8, 8, 4, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
  expect(counter.textureBytes()).toBe(8 * 4 * 4);

  gl.generateMipmap(target);
  expect(counter.textureBytes()).toBe((8 * 4 + 4 * 2 + 2 * 1 + 1) * 4);

  const canvas = Object.assign(document.createElement('canvas'), {width: 6, height: 2});
  gl.texImage2D(target, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
  gl.generateMipmap(target);
  expect(counter.textureBytes()).toBe((6 * 2 + 3 * 1 + 1) * 4);

  gl.deleteTexture(texture);
  expect(counter.textureBytes()).toBe(0);
});

it('knows the bytes of immutable textures and of layers', () => {
  flat(gl.RGBA32F);
  expect(counter.textureBytes()).toBe(8 * 4 * 16);

  layer(gl.RGBA16F);
  expect(counter.textureBytes()).toBe(8 * 4 * (16 + 3 * 8));
});

it('does not guess the size of formats it does not know', () => {
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());

  expect(() => gl.texStorage2D(gl.TEXTURE_2D, 1, gl.DEPTH_COMPONENT16, 8, 4)).toThrow(
    `Expected a colour format, but got ${gl.DEPTH_COMPONENT16}.`,
  );
});

it('leaves the context as it was', () => {
  counter.countDraws(() => {});
  counter.dispose();
  counter.dispose();

  expect(Object.keys(gl)).toEqual([]);
  flat(gl.RGBA8);
  expect(counter.textureBytes()).toBe(0);
});

/** A texture of `SIZE`. */
function flat(format: GLenum): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, format, SIZE.width, SIZE.height);
  return texture;
}

/** Three layers of `SIZE`. */
function layer(format: GLenum): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture);
  gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, format, SIZE.width, SIZE.height, 3);
  return texture;
}

/** Draws to the second layer of the one and to the other. */
function framebuffer(layers: WebGLTexture, single: WebGLTexture): WebGLFramebuffer {
  const {DRAW_FRAMEBUFFER, COLOR_ATTACHMENT0, COLOR_ATTACHMENT1} = gl;
  const target = gl.createFramebuffer();
  gl.bindFramebuffer(DRAW_FRAMEBUFFER, target);
  gl.framebufferTextureLayer(DRAW_FRAMEBUFFER, COLOR_ATTACHMENT0, layers, 0, 1);
  gl.framebufferTexture2D(DRAW_FRAMEBUFFER, COLOR_ATTACHMENT1, gl.TEXTURE_2D, single, 0);
  return target;
}
