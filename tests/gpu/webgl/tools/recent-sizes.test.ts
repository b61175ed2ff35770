import {expect, it} from 'vitest';
import {keepRecentSizes} from '../../../../src/gpu/webgl/tools/recent-sizes.ts';

function setUp() {
  const log: string[] = [];
  const sizes = keepRecentSizes(2, ({width}) => {
    log.push(`make ${width}`);
    return {width, dispose: () => log.push(`drop ${width}`)};
  });
  const use = (...widths: number[]) => {
    for (const width of widths) expect(sizes.of({width, height: 16}).width).toBe(width);
  };
  return {log, sizes, use};
}

it('makes a thing once while its size is one of the last', () => {
  const {log, use} = setUp();
  use(16, 16, 32, 16, 32);
  expect(log).toEqual(['make 16', 'make 32']);
});

it('drops what was unused for longest', () => {
  const {log, use} = setUp();
  use(16, 32, 16, 48, 16);
  expect(log).toEqual(['make 16', 'make 32', 'make 48', 'drop 32']);
});

it('tells sizes of the same width apart', () => {
  const {log, sizes} = setUp();
  sizes.of({width: 16, height: 32});
  sizes.of({width: 16, height: 48});
  expect(log).toHaveLength(2);
});

it('keeps nothing when making fails', () => {
  const sizes = keepRecentSizes(2, (): {dispose(): void} => {
    throw new Error('no memory');
  });
  expect(() => sizes.of({width: 16, height: 16})).toThrow('no memory');
  expect(() => sizes.of({width: 16, height: 16})).toThrow('no memory');
});

it('drops everything at the end, once', () => {
  const {log, sizes, use} = setUp();
  use(16, 32);
  sizes.dispose();
  sizes.dispose();
  expect(log.slice(2)).toEqual(['drop 16', 'drop 32']);
});
