import {expect, it} from 'vitest';
import {fittedSize} from '../../../src/capture/loops/fitted-size.ts';

it.each([
  {picture: [1024, 768], side: 480, size: [480, 360]},
  {picture: [768, 1024], side: 320, size: [240, 320]},
  {picture: [256, 192], side: 480, size: [256, 192]},
  {picture: [1280, 720], side: 480, size: [480, 270]},
])('fits $picture into $side', ({picture: [width, height], side, size}) => {
  expect(fittedSize({width: width!, height: height!}, side)).toEqual({
    width: size[0],
    height: size[1],
  });
});

it('is even, and leaves no line free at an edge, whatever the working size', () => {
  for (let width = 144; width <= 2160; width += 16) {
    for (const height of [144, 208, 272, 384, 496, 720, 1088]) {
      const size = fittedSize({width, height}, 480);
      const scale = Math.min(size.width / width, size.height / height);

      expect([size.width % 2, size.height % 2]).toEqual([0, 0]);
      expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(480);
      expect(Math.max(size.width, size.height)).toBeGreaterThan(
        0.9 * Math.min(480, Math.max(width, height)),
      );
      expect(Math.round(width * scale), `${width} × ${height}`).toBe(size.width);
      expect(Math.round(height * scale), `${width} × ${height}`).toBe(size.height);
    }
  }
});
