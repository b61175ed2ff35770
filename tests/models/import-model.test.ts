import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as tf from '@tensorflow/tfjs';
import {afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {importModel} from '../../models/import/import-model.ts';
import {decode} from '../../src/network/decoder.ts';
import {encode} from '../../src/network/encoder.ts';
import {largestDifference} from '../network/golden.ts';
import {randomNumbers} from '../random-numbers.ts';
import {npzBytes} from './npz-bytes.ts';
import {convolve, type Grid, plainEncode} from './plain-loops.ts';
import {legacyPytorchBytes, pytorchBytes, stateDict} from './pytorch-bytes.ts';
import {safetensorsBytes} from './safetensors-bytes.ts';
import {TemporaryModels} from './temporary-models.ts';
import {
  type Conv,
  kerasNames,
  plainNames,
  portDecoderNames,
  portEncoderNames,
  tinyDecoder,
  tinyEncoder,
  tinyPointwise,
  torchvisionNames,
} from './tiny-vgg19.ts';

/** Of the largest value of a feature: the folded conv1_1 is rounded to float16. */
const TOLERANCE = 1e-3;

const SIZE = [12, 20] as const;
const random = randomNumbers(11);
const picture: Grid = {
  height: SIZE[0],
  width: SIZE[1],
  channels: 3,
  values: Float64Array.from({length: SIZE[0] * SIZE[1] * 3}, random),
};

let models: TemporaryModels;
beforeAll(() => tf.setBackend('cpu'));
beforeEach(async () => {
  models = await TemporaryModels.create();
});
afterEach(() => models.remove());

describe('the encoder of an imported model gives the features of its checkpoint', () => {
  const pointwise = convolve(picture, tinyPointwise.kernel.values, tinyPointwise.bias.values);
  it.each([
    ['plain .npz', npzBytes(plainNames(tinyEncoder)), picture],
    ['compressed .npz', npzBytes(plainNames(tinyEncoder), 6), picture],
    ['plain .safetensors', safetensorsBytes(plainNames(tinyEncoder)), picture],
    ["the port's .pth", pytorchBytes(stateDict(portEncoderNames())), pointwise],
    ["the port's .pth of old", legacyPytorchBytes(stateDict(portEncoderNames())), pointwise],
    ["the port's .safetensors", safetensorsBytes(portEncoderNames()), pointwise],
  ])('%s', async (_, bytes, prepared) => {
    const {raw} = await models.importTiny(bytes);

    expect(raw).toBe(false);
    await expectFeatures(prepared);
  });

  const standardized = perChannel((rgb, c) => (rgb[c]! - MEAN[c]!) / STD[c]!);
  const caffe = perChannel((rgb, c) => rgb[2 - c]! * 255 - CAFFE_MEAN[c]!);
  it.each([
    ["torchvision's .pth", pytorchBytes(stateDict(torchvisionNames())), standardized],
    ["torchvision's .safetensors", safetensorsBytes(torchvisionNames()), standardized],
    ["Keras' .npz", npzBytes(kerasNames(tinyEncoder)), caffe],
    ["Keras' .safetensors", safetensorsBytes(kerasNames(tinyEncoder)), caffe],
  ])('%s, and says that it is not normalised', async (_, bytes, prepared) => {
    const {raw} = await models.importTiny(bytes);

    expect(raw).toBe(true);
    await expectFeatures(prepared);
    expect(await readFile(models.path('tiny', 'README.md'), 'utf8')).toContain('not scaled');
  });
});

describe('the decoder of an imported model is that of its checkpoint', () => {
  it.each([
    ['plain .npz', npzBytes(plainNames(tinyDecoder))],
    ["the port's .pth", pytorchBytes(stateDict(portDecoderNames()))],
    [
      "the port's .pth, nested",
      pytorchBytes(new Map([['state_dict', stateDict(portDecoderNames())]])),
    ],
  ])('%s', async (_, bytes) => {
    await models.importTiny(npzBytes(plainNames(tinyEncoder)), bytes);

    const weights = await models.weights('tiny');
    for (const [layer, {kernel, bias}] of tinyDecoder) {
      expect([...weights.get(`decoder/${layer}/kernel`)!.values]).toEqual(kernel.values);
      expect([...weights.get(`decoder/${layer}/bias`)!.values]).toEqual(bias.values);
    }
  });
});

describe('an imported model', () => {
  it('is what the network loads, at the width of its checkpoint', async () => {
    const model = await models.importTiny(npzBytes(plainNames(tinyEncoder)));
    const network = await models.network('tiny');
    const input = tf.tensor4d(Float32Array.from(picture.values), [1, ...SIZE, 3]);

    const painted = decode(network, encode(network, input));

    expect(model).toMatchObject({name: 'tiny', width: 1 / 16, parameters: 27787, bytes: 55574});
    // Twelve rows are three after two poolings, two after the third, and twice doubled 16.
    expect(painted.shape).toEqual([1, 16, 24, 3]);
  });

  it('keeps its decoder where only an encoder is given', async () => {
    await models.importTiny(npzBytes(plainNames(tinyEncoder)));
    const before = await models.weights('tiny');
    const encoder = await models.file('port', pytorchBytes(stateDict(portEncoderNames())));
    await importModel({encoder, models: models.folder, name: 'tiny'});

    const after = await models.weights('tiny');
    for (const [name, weight] of before) {
      if (name.startsWith('decoder/')) expect(after.get(name)).toEqual(weight);
    }
    expect(after.get('encoder/conv1_1/kernel')).not.toEqual(before.get('encoder/conv1_1/kernel'));
  });

  it.each([
    ['in the place of the model', []],
    ['in a folder of its own', ['decoder']],
  ])('takes a decoder that was there without an encoder, %s', async (_, place) => {
    await models.importTiny(npzBytes(plainNames(tinyEncoder)));
    const full = await models.manifest('tiny');
    const weights = full.weights.filter(({name}) => name.startsWith('decoder/'));
    const count = weights.reduce((sum, {shape}) => sum + shape.reduce((a, b) => a * b), 0);
    const bytes = await readFile(models.path('tiny', 'weights.bin'));
    const half = models.path('half', ...place);
    await mkdir(half, {recursive: true});
    await writeFile(join(half, 'weights.bin'), bytes.subarray(-2 * count));
    await writeFile(join(half, 'manifest.json'), JSON.stringify({...full, weights}));

    const encoder = await models.file('again', npzBytes(plainNames(tinyEncoder)));
    await importModel({encoder, models: models.folder, name: 'half'});

    expect(await readFile(models.path('half', 'weights.bin'))).toEqual(bytes);
  });

  it("replaces its own card, and leaves somebody's", async () => {
    const card = models.path('tiny', 'README.md');
    await models.importTiny(npzBytes(plainNames(tinyEncoder)));
    await models.importTiny(pytorchBytes(stateDict(portEncoderNames())));
    expect(await readFile(card, 'utf8')).toContain('the PyTorch AdaIN port');

    await writeFile(card, '# Mine\n');
    await models.importTiny(npzBytes(plainNames(tinyEncoder)));
    expect(await readFile(card, 'utf8')).toBe('# Mine\n');
  });
});

const MEAN = [0.485, 0.456, 0.406];
const STD = [0.229, 0.224, 0.225];
const CAFFE_MEAN = [103.939, 116.779, 123.68];

function perChannel(change: (rgb: Float64Array, channel: number) => number): Grid {
  const values = picture.values.map((_, index, all) => {
    const channel = index % 3;
    return change(all.subarray(index - channel, index - channel + 3), channel);
  });
  return {...picture, values};
}

/** Compares the imported encoder on the picture with plain loops over the checkpoint's numbers. */
async function expectFeatures(prepared: Grid) {
  const convs = [...tinyEncoder].map(([layer, {kernel, bias}]: [string, Conv]) => {
    return [layer, {kernel: kernel.values, bias: bias.values}] as const;
  });
  const expected = plainEncode(prepared, new Map(convs));
  const network = await models.network('tiny');
  const input = tf.tensor4d(Float32Array.from(picture.values), [1, ...SIZE, 3]);
  const feature = encode(network, input)['relu4_1']!;

  expect(feature.shape).toEqual([1, expected.height, expected.width, expected.channels]);
  expect(largestDifference(feature.dataSync(), expected.values)).toBeLessThan(
    TOLERANCE * Math.max(...expected.values),
  );
}
