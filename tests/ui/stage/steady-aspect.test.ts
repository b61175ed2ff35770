import {expect, it} from 'vitest';
import {steadyAspect} from '../../../src/ui/stage/steady-aspect.ts';

it('takes the shape of the picture', () => {
  expect(steadyAspect(4 / 3, {width: 640, height: 360})).toBe(640 / 360);
  expect(steadyAspect(4 / 3, {width: 384, height: 512})).toBe(384 / 512);
});

it('stays while only the rounding of the size changes', () => {
  expect(steadyAspect(4 / 3, {width: 480, height: 352})).toBe(4 / 3);
  expect(steadyAspect(4 / 3, {width: 192, height: 144})).toBe(4 / 3);
});

it('stays while there is no picture', () => {
  expect(steadyAspect(16 / 9, {width: 0, height: 0})).toBe(16 / 9);
});
