import {describe, expect, it} from 'vitest';
import {paintedSize, sizeOfSide} from '../../../src/app/exports/picture-choice.ts';

describe('sizeOfSide', () => {
  it.each([
    [{width: 640, height: 480}, undefined, {width: 640, height: 480}],
    [{width: 640, height: 480}, 2048, {width: 2048, height: 1536}],
    [{width: 1205, height: 907}, undefined, {width: 1205, height: 907}],
    [{width: 480, height: 640}, 100, {width: 75, height: 100}],
    [{width: 30_000, height: 3}, 1000, {width: 1000, height: 1}],
    [{width: 1000, height: 10}, 100_000, {width: 65_500, height: 655}],
  ])('of %o with %s on the longer side is %o', (size, side, wanted) => {
    expect(sizeOfSide(size, side)).toEqual(wanted);
  });

  it('is no more than can be painted', () => {
    const {width, height} = sizeOfSide({width: 1000, height: 1000}, 60_000);

    expect(width * height).toBeLessThanOrEqual(300e6);
    expect(width).toBeGreaterThan(17_000);
  });
});

describe('paintedSize', () => {
  const size = {width: 4000, height: 3000};
  const stage = {width: 512, height: 384};

  it('is that of the stage, twice that, or all of it', () => {
    expect(paintedSize(size, 'stage', stage)).toEqual(stage);
    expect(paintedSize(size, 'finer', stage)).toEqual({width: 1024, height: 768});
    expect(paintedSize(size, 'finest', stage)).toBe(size);
  });

  it('is never more than the picture, and all of it before anything was painted', () => {
    const small = {width: 400, height: 300};

    expect(paintedSize(small, 'stage', stage)).toBe(small);
    expect(paintedSize(size, 'stage', {width: 0, height: 0})).toBe(size);
  });
});
