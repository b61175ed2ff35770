import {randomNumbers} from '../random-numbers.ts';
import {paintedCanvas} from './gl-fixture.ts';

/** The picture with noise as of a camera: normal, `sigma` in steps of 0…255, the same for a seed. */
export function noisy(picture: HTMLCanvasElement, sigma: number, seed: number): HTMLCanvasElement {
  const {width, height} = picture;
  const {data} = picture.getContext('2d')!.getImageData(0, 0, width, height);
  const random = randomNumbers(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return paintedCanvas(picture, (x, y) => {
    const at = (channel: number) => data[(y * width + x) * 4 + channel]! + sigma * normal();
    return [at(0), at(1), at(2)];
  });
}

/** The standard deviation of a value over pictures, in the root mean square of all values. */
export function spread(pictures: ArrayLike<number>[]): number {
  const length = pictures[0]!.length;
  let total = 0;
  for (let index = 0; index < length; index++) {
    const values = pictures.map((picture) => picture[index]!);
    const mean = values.reduce((sum, value) => sum + value) / values.length;
    total += values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  }
  return Math.sqrt(total / length);
}
