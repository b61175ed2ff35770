import {expect, it} from 'vitest';
import {architectureOf} from '../../../src/network/architecture.ts';
import {brushNames} from '../../../src/network/fitting/brush-names.ts';

const LEVELS = ['f2', 'f3', 'f4'];

it('are those of the layers that draw the strokes', () => {
  expect(brushNames(architectureOf('swift', 0.25, LEVELS))).toEqual([
    'decoder/res3b/conv1/kernel',
    'decoder/res3b/conv1/bias',
    'decoder/res3b/conv2/kernel',
    'decoder/res3b/conv2/bias',
    'decoder/up2/kernel',
    'decoder/up2/bias',
    'decoder/up1/kernel',
    'decoder/up1/bias',
    'decoder/out/kernel',
    'decoder/out/bias',
  ]);
});

it('are those of the whole decoder where the network is narrow', () => {
  const names = brushNames(architectureOf('swift', 0.125, LEVELS));

  expect(names).toHaveLength(16);
  expect(names.slice(0, 2)).toEqual(['decoder/res4b/conv1/kernel', 'decoder/res4b/conv1/bias']);
});

it('are none where styles cannot be learnt', () => {
  expect(brushNames(architectureOf('vgg19', 1))).toEqual([]);
  expect(brushNames(architectureOf('vgg19', 0.125))).toEqual([]);
});
