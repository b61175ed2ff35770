import {expect, it, vi} from 'vitest';
import {createKernelMix} from '../../../../src/gpu/webgl/passes/kernel-mix.ts';
import type {Brush} from '../../../../src/network/brush.ts';

const OWN = Float32Array.of(0, 8);

/** A brush of the one kernel `k`. */
function brushOf(...values: number[]): Brush {
  return new Map([['k', {shape: [values.length], values: Float32Array.from(values)}]]);
}

function arrange(brush: Brush) {
  return brush.get('k')?.values;
}

it('goes from its own to brushes on straight lines, and past them', () => {
  const {mix} = createKernelMix(OWN, arrange);
  const [first, second] = [brushOf(4, 8), brushOf(0, 0)];

  expect(mix([{brush: first, share: 1}], 0.5)).toEqual(Float32Array.of(2, 8));
  expect(mix([{brush: second, share: 1}], 1.5)).toEqual(Float32Array.of(0, -4));
  const half = [first, second].map((brush) => ({brush, share: 0.5}));
  expect(mix(half, 1)).toEqual(Float32Array.of(2, 4));
  expect(mix([], 1)).toEqual(OWN);
});

it('gives nothing where nothing changes, or where there is nothing of the pass', () => {
  const {mix} = createKernelMix(OWN, arrange);
  const brushes = [{brush: brushOf(4, 8), share: 1}];

  expect(mix([{brush: new Map(), share: 1}], 1)).toBeUndefined();
  expect(mix(brushes, 0)).toBeUndefined();
  expect(mix(brushes, 1)).toBeDefined();
  expect(mix([...brushes], 1)).toBeUndefined();
});

it('arranges a brush once, and beforehand where it is expected', () => {
  const arranged = vi.fn(arrange);
  const {mix, expect: expectBrush} = createKernelMix(OWN, arranged);
  const brush = brushOf(4, 8);
  expectBrush(brush);
  expect(arranged).toHaveBeenCalledOnce();

  for (const alpha of [1, 0.5, 1]) mix([{brush, share: 1}], alpha);
  expectBrush(brush);
  expect(arranged).toHaveBeenCalledOnce();
});
