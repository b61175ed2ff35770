/** What a browser finds in a GIF or an animated WebP. */
export type Animation = {
  width: number;
  height: number;
  /** How long each picture lasts. */
  durationsMs: number[];
  /** How often it is shown again. */
  repetitions: number;
  /** RGBA pixels of each picture. */
  pictures: Uint8ClampedArray[];
};

/** Decodes all pictures. */
export async function readAnimation(blob: Blob): Promise<Animation> {
  const decoder = new ImageDecoder({data: await blob.arrayBuffer(), type: blob.type});
  await decoder.tracks.ready;
  await decoder.completed;
  const {frameCount, repetitionCount} = decoder.tracks.selectedTrack!;
  const animation: Animation = {
    width: 0,
    height: 0,
    durationsMs: [],
    repetitions: repetitionCount,
    pictures: [],
  };
  for (let frameIndex = 0; frameIndex < frameCount; frameIndex++) {
    const {image} = await decoder.decode({frameIndex});
    const {displayWidth: width, displayHeight: height} = image;
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    Object.assign(animation, {width, height});
    animation.durationsMs.push((image.duration ?? 0) / 1000);
    animation.pictures.push(context.getImageData(0, 0, width, height).data);
    image.close();
  }
  decoder.close();
  return animation;
}
