import {expect, it} from 'vitest';
import {webpFile} from '../../../src/capture/loops/webp-file.ts';

/** A WebP of these chunks; what is in them is not looked at. */
function picture(...chunks: [name: string, length: number][]): Uint8Array {
  const text = chunks.map(([name, length]) => {
    const size = String.fromCharCode(length & 255, length >> 8, 0, 0);
    return name + size + 'x'.repeat(length + (length % 2));
  });
  return Buffer.from(`RIFF____WEBP${text.join('')}`, 'latin1');
}

const text = (file: Uint8Array) => Buffer.from(file).toString('latin1');

it('has a head with its size, each picture with its delay, and no end', () => {
  const file = webpFile(300, 200, [picture(['VP8 ', 5]), picture(['VP8 ', 8])], [66, 70_000]);
  const view = new DataView(file.buffer);

  expect(text(file.subarray(0, 4))).toBe('RIFF');
  expect(view.getUint32(4, true)).toBe(file.length - 8);
  expect(text(file.subarray(8, 16))).toBe('WEBPVP8X');
  expect([...file.subarray(20, 30)]).toEqual([2, 0, 0, 0, 43, 1, 0, 199, 0, 0]);
  expect(text(file.subarray(30, 34))).toBe('ANIM');
  expect([...file.subarray(38, 44)]).toEqual([0, 0, 0, 0, 0, 0]);

  const first = text(file).indexOf('ANMF');
  expect(view.getUint32(first + 4, true)).toBe(16 + 8 + 6);
  expect([...file.subarray(first + 8, first + 24)]).toEqual([
    ...[0, 0, 0, 0, 0, 0],
    ...[43, 1, 0, 199, 0, 0],
    ...[66, 0, 0, 2],
  ]);
  expect(text(file.subarray(first + 24, first + 28))).toBe('VP8 ');
  const second = text(file).lastIndexOf('ANMF');
  expect([...file.subarray(second + 20, second + 23)]).toEqual([0x70, 0x11, 1]);
});

it('keeps the clear of a picture, and leaves out what only tells of it', () => {
  const clear = picture(['VP8X', 10], ['ICCP', 20], ['ALPH', 4], ['VP8 ', 6]);
  const file = webpFile(8, 8, [picture(['VP8 ', 6]), clear], [70, 70]);

  expect(file[20]).toBe(0x12);
  expect(text(file)).not.toContain('ICCP');
  expect(text(file).match(/ALPH|VP8 |ANMF/g)).toEqual(['ANMF', 'VP8 ', 'ANMF', 'ALPH', 'VP8 ']);
});

it('takes nothing but WebP', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13);

  expect(() => webpFile(8, 8, [png], [70])).toThrow(RangeError);
});
