import {expect, it} from 'vitest';
import {enlargedSize} from '../../src/gpu/size.ts';

it.each([
  ['small is twice as large', [64, 48], [128, 96]],
  ['upright is, too', [256, 352], [512, 704]],
  ['large stops at 1080 lines', [960, 720], [1440, 1080]],
  ['larger still stays', [1920, 1088], [1920, 1088]],
  ['odd becomes even', [1296, 976], [1434, 1080]],
])('what is %s', (_, [width, height], [wide, high]) => {
  expect(enlargedSize({width: width!, height: height!})).toEqual({width: wide, height: high});
});
