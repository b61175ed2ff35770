import {beforeEach, describe, expect, it} from 'vitest';
import {
  type Brush,
  createMaskPainter,
  type MaskPainter,
} from '../../../src/app/regions/mask-painter.ts';

const RED: Brush = {paints: 'red', size: 0.2, softness: 0};
const GREEN: Brush = {...RED, paints: 'green'};
const MIDDLE = {x: 0.5, y: 0.5};

let painter: MaskPainter;

beforeEach(() => {
  painter = createMaskPainter();
});

/** Red and green of the mask at a place, 0…255. */
function at(x: number, y: number): number[] {
  const canvas = painter.mask.picture as HTMLCanvasElement;
  const {data} = canvas
    .getContext('2d')!
    .getImageData(Math.floor(x * 256), Math.floor(y * 256), 1, 1);
  return [data[0]!, data[1]!];
}

describe('a mask', () => {
  it('is painted where the brush goes, all along the line, and nowhere else', () => {
    painter.begin();
    painter.stroke({x: 0.2, y: 0.5}, {x: 0.8, y: 0.5}, RED, 1);

    for (let x = 0.2; x <= 0.8; x += 0.02) expect(at(x, 0.5)).toEqual([255, 0]);
    for (const [x, y] of [
      [0.5, 0.35],
      [0.5, 0.65],
      [0.05, 0.5],
      [0.95, 0.5],
    ] as const) {
      expect(at(x, y)).toEqual([0, 0]);
    }
  });

  it('has a round brush on a wide frame and on a high one', () => {
    painter.stroke(MIDDLE, MIDDLE, RED, 2);
    // A fifth of the height, a tenth of the width.
    expect([at(0.53, 0.5), at(0.57, 0.5), at(0.5, 0.58)]).toEqual([
      [255, 0],
      [0, 0],
      [255, 0],
    ]);
    painter.clear();
    painter.stroke(MIDDLE, MIDDLE, RED, 0.5);
    expect([at(0.5, 0.57), at(0.58, 0.5)]).toEqual([
      [0, 0],
      [255, 0],
    ]);
  });

  it.each([NaN, Infinity, -Infinity])('is left alone by a place that is none: %d', (none) => {
    painter.stroke(MIDDLE, {x: none, y: 0.5}, RED, 1);
    painter.stroke({x: 0.5, y: none}, MIDDLE, RED, 1);
    painter.stroke(MIDDLE, MIDDLE, RED, none);
    painter.stroke(MIDDLE, MIDDLE, RED, 0);

    expect(painter.read()).toBe('');
  });

  it('takes a place far outside, and the smallest brush, in its time', () => {
    painter.stroke(MIDDLE, {x: 1e9, y: -1e9}, {...RED, size: 1e-9}, 1e6);

    expect(painter.mask.version).toBeGreaterThan(0);
  });

  it('is soft at its edge where the brush is', () => {
    painter.stroke(MIDDLE, MIDDLE, {...RED, size: 0.6, softness: 1}, 1);
    const reds = [0.5, 0.6, 0.7, 0.79].map((x) => at(x, 0.5)[0]!);

    expect(reds).toEqual([...reds].sort((a, b) => b - a));
    expect(reds[0]).toBeGreaterThan(200);
    expect(reds.at(-1)).toBeLessThan(20);
  });

  it('puts a pixel in one region, or in the other, or in none', () => {
    painter.stroke(MIDDLE, MIDDLE, RED, 1);
    painter.stroke(MIDDLE, MIDDLE, GREEN, 1);
    expect(at(0.5, 0.5)).toEqual([0, 255]);
    painter.stroke(MIDDLE, MIDDLE, {...RED, paints: 'nothing'}, 1);
    expect(at(0.5, 0.5)).toEqual([0, 0]);
  });

  it('can be turned round, cleared, and undone step by step', () => {
    painter.begin();
    painter.stroke(MIDDLE, MIDDLE, RED, 1);
    painter.invert('red');
    expect([at(0.5, 0.5), at(0.1, 0.1)]).toEqual([
      [0, 0],
      [255, 0],
    ]);
    painter.clear();
    expect([at(0.1, 0.1), painter.read()]).toEqual([[0, 0], '']);
    painter.undo();
    expect(at(0.1, 0.1)).toEqual([255, 0]);
    painter.undo();
    expect(at(0.5, 0.5)).toEqual([255, 0]);
    painter.undo();
    expect([at(0.5, 0.5), painter.canUndo]).toEqual([[0, 0], false]);
    painter.undo();
    expect(painter.read()).toBe('');
  });

  it('is read and shown again, and grows in version with every touch', async () => {
    painter.stroke(MIDDLE, MIDDLE, GREEN, 1);
    const {version} = painter.mask;
    const url = painter.read();
    expect(url.length).toBeLessThan(10_000);
    const image = new Image();
    image.src = url;
    await image.decode();
    painter.clear();
    painter.show({picture: image, version: 0});

    expect([at(0.5, 0.5), painter.canUndo]).toEqual([[0, 255], false]);
    expect(painter.mask.version).toBeGreaterThan(version);
  });
});
