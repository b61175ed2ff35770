import {expect, it} from 'vitest';
import {
  fitPicture,
  loadLossWeights,
  readFitContents,
} from '../../../src/app/learning/fit-source.ts';
import {WeightsError} from '../../../src/network/weights.ts';
import {colorFile} from '../fake-studio.ts';

const NOTHING = 'data:application/octet-stream,';

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'teal';
  context.fillRect(0, 0, width, height);
  return canvas;
}

it.each([
  [1, 1, 32, 32],
  [1, 600, 32, 512],
  [400, 300, 400, 304],
  [9000, 600, 512, 32],
  [8000, 6000, 512, 384],
])('looks at a picture of %i × %i as %i × %i', (width, height, ...wanted) => {
  const {pixels, ...size} = fitPicture(canvasOf(width, height), 512);

  expect([size.width, size.height]).toEqual(wanted);
  expect(pixels).toHaveLength(4 * size.width * size.height);
  expect([...pixels.slice(0, 4)]).toEqual([0, 128, 128, 255]);
});

it('leaves out contents that cannot be had, and closes frames', async () => {
  const url = URL.createObjectURL(await colorFile('red'));
  const frame = await createImageBitmap(new ImageData(640, 480));
  const none = (await readFitContents([])).length;
  const contents = await readFitContents([url, 'blob:nowhere', 'nothing.png'], [frame]);
  URL.revokeObjectURL(url);

  expect(contents).toHaveLength(none + 2);
  for (const {width, height, pixels} of contents) {
    expect(Math.min(width, height)).toBe(256);
    expect(pixels).toHaveLength(4 * width * height);
  }
  expect(frame.width).toBe(0);
});

it.each<[string, unknown]>([
  ['another file than the manifest says', {weights: [], sha256: 'f00'}],
  ['a file cut short', {weights: [{name: 'conv1/bias', shape: [64]}]}],
])('takes no loss network from %s', async (_, manifest) => {
  const manifestUrl = `data:application/json,${JSON.stringify(manifest)}`;

  await expect(loadLossWeights({manifestUrl, weightsUrl: NOTHING})).rejects.toThrow(WeightsError);
});
