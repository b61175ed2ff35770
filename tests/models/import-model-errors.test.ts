import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {importModel} from '../../models/import/import-model.ts';
import {npzBytes} from './npz-bytes.ts';
import {safetensorsBytes} from './safetensors-bytes.ts';
import {TemporaryModels} from './temporary-models.ts';
import {plainNames, portEncoderNames, type Tensor, tinyDecoder, tinyEncoder} from './tiny-vgg19.ts';

let models: TemporaryModels;
beforeEach(async () => {
  models = await TemporaryModels.create();
});
afterEach(() => models.remove());

describe('nothing is written, and a sentence says why, where', () => {
  const good = plainNames(tinyEncoder);
  const port = portEncoderNames();

  it.each<[string, Map<string, Tensor>, string]>([
    [
      'a tensor is missing',
      without(port, '12.bias'),
      '/encoder: expected a tensor 12.bias, got none of that name.',
    ],
    [
      'the 1×1 convolution is missing',
      without(port, '0.weight'),
      '/encoder: expected a tensor 0.weight, got none of that name.',
    ],
    [
      'a kernel has another shape',
      new Map(port).set('5.weight', {shape: [4, 4, 1, 1], values: Array<number>(16).fill(1)}),
      '/encoder: 5.weight: expected the shape [4, 4, 3, 3], got [4, 4, 1, 1].',
    ],
    [
      'a bias has another shape',
      new Map(good).set('conv4_1.bias', {shape: [1], values: [1]}),
      '/encoder: conv4_1.bias: expected the shape [32], got [1].',
    ],
    [
      'a number is not finite',
      new Map(good).set('conv1_1.bias', {shape: [4], values: [1, NaN, 1, 1]}),
      "encoder/conv1_1/bias: expected finite numbers within float16's range (±65504), got NaN at index 1.",
    ],
    [
      'a number is too large',
      new Map(good).set('conv1_1.bias', {shape: [4], values: [1, 2, 3, 7e4]}),
      "encoder/conv1_1/bias: expected finite numbers within float16's range (±65504), got 70000 at index 3.",
    ],
    ['it is another network', new Map([['fc.weight', good.get('conv1_1.bias')!]]), 'got fc.weight'],
  ])('%s', async (_, tensors, message) => {
    await expect(models.importTiny(safetensorsBytes(tensors))).rejects.toThrow(message);
    expect(await readdir(models.folder)).not.toContain('tiny');
  });

  it('the halves are of different widths', async () => {
    const decoder = new Map(plainNames(tinyDecoder));
    decoder.set('conv4_1.kernel', {shape: [3, 3, 64, 32], values: Array<number>(18432).fill(0)});
    const message =
      '/decoder: conv4_1.kernel: expected the shape [3, 3, 32, 16], got [3, 3, 64, 32].';
    await expect(models.importTiny(npzBytes(good), npzBytes(decoder))).rejects.toThrow(message);
  });

  it('a decoder is needed', async () => {
    const encoder = await models.file('encoder', npzBytes(good));
    await expect(importModel({encoder, models: models.folder, name: 'tiny'})).rejects.toThrow(
      `The decoder in ${models.path('tiny')}: expected one to keep, got none; add --decoder FILE.`,
    );
  });

  it('a file is missing', async () => {
    const encoder = models.path('missing.npz');
    await expect(importModel({encoder, models: models.folder, name: 'tiny'})).rejects.toThrow(
      `The encoder ${encoder}: expected a checkpoint file, but there is none that can be read.`,
    );
  });

  it('the folder holds a model of another architecture', async () => {
    await mkdir(models.path('tiny'));
    await writeFile(models.path('tiny', 'manifest.json'), '{"architecture": "swift"}');
    await expect(models.importTiny(npzBytes(good))).rejects.toThrow(
      `${models.path('tiny')} holds a model of the architecture swift: choose another --name.`,
    );
  });

  it.each(['../up', 'import', 'training', '', 'Big', 'a/b'])('the name is %j', async (name) => {
    await expect(importModel({encoder: 'any', models: models.folder, name})).rejects.toThrow(
      `got "${name}".`,
    );
  });
});

function without(tensors: Map<string, Tensor>, name: string): Map<string, Tensor> {
  return new Map([...tensors].filter(([other]) => other !== name));
}
