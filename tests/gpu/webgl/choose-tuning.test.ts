import {expect, it} from 'vitest';
import {possibleTunings} from '../../../src/gpu/webgl/choose-tuning.ts';

/** A context of which only the limits are asked. */
function gpuWith(drawBuffers: number, blockBytes: number): WebGL2RenderingContext {
  const limits = {MAX_DRAW_BUFFERS: drawBuffers, MAX_UNIFORM_BLOCK_SIZE: blockBytes};
  const names = Object.fromEntries(Object.keys(limits).map((name) => [name, name]));
  const getParameter = (name: keyof typeof limits) => limits[name];
  return {...names, getParameter} as unknown as WebGL2RenderingContext;
}

it('offers 8 and 4 targets where there are 8', () => {
  const tunings = possibleTunings(gpuWith(8, 65536));
  expect(tunings.map(({targets}) => targets)).toEqual([8, 8, 4, 4]);
});

it('offers 4 targets where there are fewer than 8', () => {
  const tunings = possibleTunings(gpuWith(6, 65536));
  expect(tunings.map(({targets}) => targets)).toEqual([4, 4]);
});

it.each([
  [16384, 16384],
  [65536, 65536],
  [2 ** 31 - 1, 65536],
])('makes blocks of what %i bytes allow', (offered, used) => {
  const blocks = possibleTunings(gpuWith(8, offered)).flatMap(({weights}) =>
    weights.kind === 'block' ? weights.bytes : [],
  );
  expect(blocks).toEqual([used, used]);
});
