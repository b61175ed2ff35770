import {expect, it, vi} from 'vitest';
import {
  awaitContext,
  GpuUnsupportedError,
  openContext,
  prepareContext,
} from '../../../../src/gpu/webgl/tools/gl-context.ts';
import {startShaderProgram} from '../../../../src/gpu/webgl/tools/shader-program.ts';
import {openTestContext} from '../../gl-fixture.ts';

it('gives the same context again', () => {
  const canvas = document.createElement('canvas');
  expect(openContext(canvas)).toBe(openContext(canvas));
});

it('says that there is no WebGL2', () => {
  const canvas = document.createElement('canvas');
  canvas.getContext = () => null;
  expect(() => openContext(canvas)).toThrow(new GpuUnsupportedError('webgl2'));
});

it('asks again for a while, as a GPU that has just gone away comes back', async () => {
  const canvas = document.createElement('canvas');
  const wait = vi.fn(() => Promise.resolve());
  const getContext = vi.spyOn(canvas, 'getContext').mockReturnValueOnce(null);
  expect(await awaitContext(canvas, wait)).toBe(openContext(canvas));
  expect(wait).toHaveBeenCalledOnce();

  getContext.mockReturnValue(null);
  await expect(awaitContext(canvas, wait)).rejects.toEqual(new GpuUnsupportedError('webgl2'));
});

it('says that there are no float render targets', () => {
  const gl = openContext(document.createElement('canvas'));
  gl.getExtension = () => null;
  expect(() => {
    prepareContext(gl);
  }).toThrow(new GpuUnsupportedError('float-targets'));
});

it('throws the compiler’s words for a shader that is wrong', () => {
  const vertex = '#version 300 es\nvoid main() { gl_Position = vec4(0.0); }';
  const fragment = '#version 300 es\nvoid main() { nonsense; }';
  const shader = startShaderProgram(openTestContext(), vertex, fragment);

  expect(() => {
    shader.finish();
  }).toThrow('nonsense');
});
