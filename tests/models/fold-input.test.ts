import {expect, it} from 'vitest';
import {foldInput} from '../../models/import/fold-input.ts';
import {ENCODER_NAMINGS} from '../../models/import/namings.ts';
import {randomNumbers} from '../random-numbers.ts';
import {convolve, type Grid} from './plain-loops.ts';
import {tinyEncoder, tinyPointwise} from './tiny-vgg19.ts';

const random = randomNumbers(7);
const picture: Grid = {
  height: 5,
  width: 7,
  channels: 3,
  values: Float64Array.from({length: 5 * 7 * 3}, random),
};
const {kernel, bias} = tinyEncoder.get('conv1_1')!;

it('folds a 1×1 convolution, borders included', () => {
  const weights = tinyPointwise.kernel.values;
  const matrix = [0, 1, 2].map((output) => [0, 1, 2].map((input) => weights[input * 3 + output]!));
  const before = convolve(picture, weights, tinyPointwise.bias.values);

  expectSame(before, {matrix, offset: tinyPointwise.bias.values});
});

it("folds torchvision's normalisation", () => {
  const mean = [0.485, 0.456, 0.406];
  const std = [0.229, 0.224, 0.225];
  const values = picture.values.map((value, index) => (value - mean[index % 3]!) / std[index % 3]!);

  expectSame({...picture, values}, inputOf('torchvision'));
});

it("folds Keras' BGR picture of 0…255 without its mean", () => {
  const mean = [103.939, 116.779, 123.68];
  const values = picture.values.map((_, index, rgb) => {
    const channel = index % 3;
    return rgb[index - channel + (2 - channel)]! * 255 - mean[channel]!;
  });

  expectSame({...picture, values}, inputOf('Keras'));
});

/** Compares conv1_1 on a prepared picture with the folded conv1_1 on the picture itself. */
function expectSame(prepared: Grid, transform: Parameters<typeof foldInput>[2]) {
  const expected = convolve(prepared, kernel.values, bias.values).values;
  const folded = foldInput(
    Float64Array.from(kernel.values),
    Float64Array.from(bias.values),
    transform,
  );
  const got = convolve(picture, folded.kernel, folded.bias).values;
  expected.forEach((value, index) => expect(got[index]).toBeCloseTo(value, 9));
}

function inputOf(title: string): Parameters<typeof foldInput>[2] {
  const input = ENCODER_NAMINGS.find((naming) => naming.title === title)?.input;
  if (!input || 'conv' in input) throw new Error(`Expected a fixed input transform of ${title}.`);
  return input;
}
