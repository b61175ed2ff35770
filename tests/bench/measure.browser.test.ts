import {expect, it} from 'vitest';
import {measure} from './measure.ts';
import {openNetwork} from './open-network.ts';

const SIZE = {width: 32, height: 16};
const CONVOLUTIONS = 16;

async function measureTiny(canvas: HTMLCanvasElement, ...stylizers: string[]) {
  const network = await openNetwork({architecture: 'swift', width: 1 / 16});
  return measure(canvas, network, {stylizers, size: SIZE, turns: 2});
}

it('measures each stylizer as often, and counts the same for the same one', async () => {
  const canvas = document.createElement('canvas');
  const {gpu, stylizers} = await measureTiny(canvas, 'graph', 'graph');

  expect(gpu).not.toBe('');
  expect({width: canvas.width, height: canvas.height}).toEqual(SIZE);
  expect(stylizers.map(({stylizer}) => stylizer)).toEqual(['graph', 'graph']);
  expect(stylizers.map(({samples}) => samples.length)).toEqual([2, 2]);
  for (const {frameMs, mainThreadMs} of stylizers.flatMap(({samples}) => samples)) {
    expect(frameMs).toBeGreaterThan(0);
    expect(mainThreadMs).toBeGreaterThan(0);
  }

  const [first, second] = stylizers;
  // A convolution is three draws at least: padding, columns, product.
  expect(first!.draws).toBeGreaterThan(3 * CONVOLUTIONS);
  expect(first!.bytesWritten).toBeGreaterThan(SIZE.width * SIZE.height * 4);
  expect(second).toMatchObject({draws: first!.draws, bytesWritten: first!.bytesWritten});
  // The second one brings its weights and uses the textures of the first.
  expect(second!.textureBytes).toBeGreaterThan(0);
  expect(second!.textureBytes).toBeLessThan(first!.textureBytes);
});

it('names the stylizers there are', async () => {
  await expect(measureTiny(document.createElement('canvas'), 'grahp')).rejects.toThrow(
    /a stylizer of graph, fused.* but got "grahp"/,
  );
});

it('names the models there are', async () => {
  await expect(openNetwork({model: 'slow'})).rejects.toThrow(/a model of .*swift.*"slow"/);
});
