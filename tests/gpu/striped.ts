import type {Size} from '../../src/gpu/size.ts';

/** A picture in two colours. */
export function striped(size: Size, paper: string, stripe: string): HTMLCanvasElement {
  const picture = Object.assign(document.createElement('canvas'), size);
  const context = picture.getContext('2d')!;
  context.fillStyle = paper;
  context.fillRect(0, 0, size.width, size.height);
  context.fillStyle = stripe;
  for (let x = 0; x < size.width; x += 8) context.fillRect(x, 0, 4, size.height);
  return picture;
}
