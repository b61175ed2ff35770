import {expect, it} from 'vitest';
import {gatherRows} from '../../../src/capture/stills/gather-rows.ts';

/** A tile each of whose pixels is its place in the picture. */
function tile(x: number, y: number, width: number, height: number) {
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const place = [x + (pixel % width), y + Math.floor(pixel / width)] as const;
    pixels.set([...place, 0, 255], 4 * pixel);
  }
  return {x, y, width, height, pixels};
}

it('gives rows as soon as they and all before them are whole', () => {
  const rows = gatherRows(5);

  expect(rows.take(tile(0, 0, 2, 3))).toHaveLength(0);
  expect(rows.take(tile(2, 1, 3, 2))).toHaveLength(0);
  const whole = rows.take(tile(2, 0, 3, 1));

  expect(whole).toHaveLength(3);
  whole.forEach((row, y) => {
    expect([...row]).toEqual([0, 1, 2, 3, 4].flatMap((x) => [x, y, 0, 255]));
  });
  expect(rows.take(tile(0, 3, 5, 1))).toHaveLength(1);
});
