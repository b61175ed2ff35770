import {expect, it, vi} from 'vitest';
import {takeSnapshot} from '../../../src/capture/stills/snapshot.ts';

it('is a PNG of the canvas at its own size', async () => {
  const blob = await takeSnapshot(redLeftOfBlue(), {flip: false});

  expect(blob.type).toBe('image/png');
  expect(await ends(blob)).toEqual({width: 33, height: 20, left: [255, 0, 0], right: [0, 0, 255]});
});

it('is mirrored on demand, without reading pixels back', async () => {
  const reader = vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData');
  const blob = await takeSnapshot(redLeftOfBlue(), {flip: true});
  expect(reader).not.toHaveBeenCalled();
  reader.mockRestore();

  expect(await ends(blob)).toEqual({width: 33, height: 20, left: [0, 0, 255], right: [255, 0, 0]});
});

it.each([false, true])(
  'takes a WebGL canvas in the task that has drawn it (flip: %s)',
  async (flip) => {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl2', {preserveDrawingBuffer: false})!;
    gl.clearColor(0, 1, 0, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const taking = takeSnapshot(canvas, {flip});
    gl.clearColor(1, 0, 0, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);

    expect((await ends(await taking)).left).toEqual([0, 255, 0]);
  },
);

it('takes a picture that is no canvas', async () => {
  const picture = await createImageBitmap(redLeftOfBlue());
  const blob = await takeSnapshot(picture, {flip: true});

  expect(await ends(blob)).toEqual({width: 33, height: 20, left: [0, 0, 255], right: [255, 0, 0]});
  expect(picture.width).toBe(33);
});

it('fails with a typed error where there is no picture', async () => {
  const canvas = document.createElement('canvas');
  canvas.width = 0;

  for (const flip of [false, true]) {
    await expect(takeSnapshot(canvas, {flip})).rejects.toMatchObject({code: 'picture-failed'});
  }
});

/** A canvas of 33 × 20 pixels. */
function redLeftOfBlue(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = 33;
  canvas.height = 20;
  const context = canvas.getContext('2d')!;
  context.fillStyle = 'rgb(255 0 0)';
  context.fillRect(0, 0, 16, 20);
  context.fillStyle = 'rgb(0 0 255)';
  context.fillRect(16, 0, 17, 20);
  return canvas;
}

/** Size of a picture, and the colours in the middle of its left and right edge. */
async function ends(blob: Blob) {
  const bitmap = await createImageBitmap(blob);
  const {width, height} = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const at = (x: number) => [...context.getImageData(x, height / 2, 1, 1).data.slice(0, 3)];
  return {width, height, left: at(0), right: at(width - 1)};
}
