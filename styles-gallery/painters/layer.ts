import {createCanvas, type SKRSContext2D} from '@napi-rs/canvas';
import {SIZE} from './painting.ts';

/** A transparent sheet of the picture's size, to draw on apart from the picture. */
export function createLayer(): SKRSContext2D {
  return createCanvas(SIZE, SIZE).getContext('2d');
}

/** How much of each pixel the layer covers, 0…1, row by row. */
export function coverageOf(layer: SKRSContext2D): Float32Array {
  const {data} = layer.getImageData(0, 0, SIZE, SIZE);
  return Float32Array.from({length: SIZE * SIZE}, (_, index) => (data[index * 4 + 3] ?? 0) / 255);
}

/** The coverage at a place, between the pixels' own; beyond the edge the edge goes on. */
export function coverageAt(coverage: Float32Array, x: number, y: number): number {
  const column = Math.min(SIZE - 1.001, Math.max(0, x));
  const row = Math.min(SIZE - 1.001, Math.max(0, y));
  const index = Math.floor(row) * SIZE + Math.floor(column);
  const right = column % 1;
  const down = row % 1;
  const upper = (coverage[index] ?? 0) * (1 - right) + (coverage[index + 1] ?? 0) * right;
  const lower =
    (coverage[index + SIZE] ?? 0) * (1 - right) + (coverage[index + SIZE + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}

/** Runs `draw` so that what it draws is taken out of the layer. */
export function takeOut(layer: SKRSContext2D, draw: () => void): void {
  layer.globalCompositeOperation = 'destination-out';
  draw();
  layer.globalCompositeOperation = 'source-over';
}
