import type {Colour} from 'gifenc';
import {expect, it} from 'vitest';
import {GifWriter} from '../../../src/capture/loops/gif-writer.ts';
import {readAnimation} from './read-animation.ts';

const SIDE = 16;

/** A picture of one grey, of which a part may be another or clear. */
function grey(tone: number, part: {tone: number; alpha?: number; count: number} | null = null) {
  return Uint8ClampedArray.from({length: 4 * SIDE * SIDE}, (_, at) => {
    const isPart = part && at / 4 < part.count;
    if (at % 4 === 3) return isPart ? (part.alpha ?? 255) : 255;
    return isPart ? part.tone : tone;
  });
}

/** The greys, 0…255, that are seen of each picture; -1 where it is clear. */
async function write(
  greys: number[],
  pictures: readonly Uint8ClampedArray[],
  dithers = false,
): Promise<number[][]> {
  const colours = greys.map((tone): Colour => [tone, tone, tone]);
  const delays = pictures.map(() => 7);
  const writer = new GifWriter({width: SIDE, height: SIDE, colours, delays, dithers});
  for (const picture of pictures) writer.add(picture);
  const blob = new Blob([writer.finish()], {type: 'image/gif'});
  return (await readAnimation(blob)).pictures.map((pixels) =>
    Array.from({length: SIDE * SIDE}, (_, place) =>
      pixels[4 * place + 3] === 0 ? -1 : pixels[4 * place]!,
    ),
  );
}

const mean = (tones: number[]) => tones.reduce((sum, tone) => sum + tone) / tones.length;

it('gives each pixel the nearest colour', async () => {
  const [picture] = await write([100, 110, 250], [grey(104, {tone: 200, count: 32})]);

  expect(new Set(picture)).toEqual(new Set([250, 100]));
  expect(picture!.filter((tone) => tone === 250)).toHaveLength(32);
});

it('takes turns between two colours on demand, so that spots have the tone between', async () => {
  const [picture] = await write([100, 110], [grey(104)], true);

  expect(new Set(picture)).toEqual(new Set([100, 110]));
  expect(Math.abs(mean(picture!) - 104)).toBeLessThan(1);
});

it('leaves alone what is nearly as it was, as long as it is', async () => {
  const greys = [100, 108, 116, 124];
  const pictures = await write(greys, [grey(100), grey(108), grey(116), grey(108)]);

  // Eight more is near to what is seen, and sixteen more is not.
  expect(pictures.map((tones) => tones[0])).toEqual([100, 100, 116, 116]);
});

it('shows anew what was left clear, and what comes back', async () => {
  const hole = grey(100, {tone: 0, alpha: 0, count: 8});
  const pictures = await write([100, 200], [grey(100), hole, grey(100), grey(200), hole]);

  expect(pictures.map((tones) => tones[0])).toEqual([100, -1, 100, 200, -1]);
  expect(pictures.map((tones) => tones[100])).toEqual([100, 100, 100, 200, 100]);
});

it('takes for clear what is so by more than half', async () => {
  const [picture] = await write([100], [grey(100, {tone: 100, alpha: 120, count: 1})]);
  const [other] = await write([100], [grey(100, {tone: 100, alpha: 135, count: 1})]);

  expect([picture![0], other![0]]).toEqual([-1, 100]);
});
