/** A canvas that the browser lets nobody read, because it shows a picture of another site. */
export async function taintedCanvas(): Promise<HTMLCanvasElement> {
  const image = new Image();
  // Chromium takes what is embedded this way for another site's.
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><foreignObject width="8" height="8">' +
    '<p xmlns="http://www.w3.org/1999/xhtml">Foreign</p></foreignObject></svg>';
  image.src = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const canvas = Object.assign(document.createElement('canvas'), {width: 8, height: 8});
  canvas.getContext('2d')!.drawImage(image, 0, 0);
  return canvas;
}

/** A picture that whoever gave it has closed. */
export async function closedBitmap(): Promise<ImageBitmap> {
  const bitmap = await createImageBitmap(new ImageData(8, 8));
  bitmap.close();
  return bitmap;
}

/** A frame of a video that whoever gave it has closed. */
export function closedFrame(): Promise<VideoFrame> {
  const canvas = Object.assign(document.createElement('canvas'), {width: 8, height: 8});
  canvas.getContext('2d');
  const frame = new VideoFrame(canvas, {timestamp: 0});
  frame.close();
  return Promise.resolve(frame);
}
