import type {SKRSContext2D} from '@napi-rs/canvas';
import type {Color} from './color.ts';

/** Replaces every pixel of the context's canvas by what `change` gives for it (clamped to 0…255). */
export function changePixels(
  context: SKRSContext2D,
  change: (color: Color, x: number, y: number) => Color,
): void {
  const {width, height} = context.canvas;
  const image = context.getImageData(0, 0, width, height);
  const {data} = image;
  for (let index = 0; index < width * height; index++) {
    const at = index * 4;
    const before: Color = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
    const after = change(before, index % width, Math.floor(index / width));
    data.set(after, at);
    data[at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
