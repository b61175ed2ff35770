import {expect, it} from 'vitest';
import {planNetwork} from '../../../src/gpu/plan/plan.ts';
import {mostRows, mostWindow} from '../../../src/gpu/plan/window-size.ts';
import {shippedArchitecture} from '../../toy-architecture.ts';

const USUAL = {texelBytes: 8, pictureBytes: 40, longestTexture: 8192};

it('gives networks that take more memory smaller windows', () => {
  const sides = [0.125, 0.25, 0.5].map((width) => {
    const plan = planNetwork(shippedArchitecture('swift', width), 8);
    return mostWindow({...USUAL, plan}).width;
  });

  expect(sides).toEqual(sides.toSorted((a, b) => b - a));
  expect(sides[0]).toBeGreaterThan(sides[2]!);
  for (const side of sides) {
    expect(side % 16).toBe(0);
    expect(side).toBeGreaterThan(512);
  }
});

it('gives no window whose maps are higher than a texture can be', () => {
  const plan = planNetwork(shippedArchitecture('vgg19', undefined), 4);
  const {width, height} = mostWindow({...USUAL, plan, longestTexture: 2048});

  // Sixteen groups lie one below the other, each half as high as the window.
  expect(height).toBe(256);
  expect(width).toBeGreaterThan(height);
});

it('lets no more rows be waited for than can be held', () => {
  const size = {width: 30_000, height: 20_000};

  expect(4 * size.width * mostRows(size, 1)).toBeLessThan(100e6);
  expect(mostRows(size, 0.5)).toBe(mostRows(size, 1) / 2);
});
