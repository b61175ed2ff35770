import type {SKRSContext2D} from '@napi-rs/canvas';
import {createLayer} from './layer.ts';
import {SIZE} from './painting.ts';

/**
 * Which shape lies on top at every pixel, row by row: the number of the shape in `shapes`,
 * counted from 1, and 0 where there is none. Each shape draws itself, in any colour.
 */
export function drawRegions(shapes: readonly ((layer: SKRSContext2D) => void)[]): Uint16Array {
  const regions = new Uint16Array(SIZE * SIZE);
  const layer = createLayer();
  for (const [number, draw] of shapes.entries()) {
    layer.clearRect(0, 0, SIZE, SIZE);
    draw(layer);
    const {data} = layer.getImageData(0, 0, SIZE, SIZE);
    for (let index = 0; index < regions.length; index++) {
      if ((data[index * 4 + 3] as number) > 127) regions[index] = number + 1;
    }
  }
  return regions;
}
