import {expect, it} from 'vitest';
import type {Checkpoint} from '../../models/import/checkpoint.ts';
import {findNaming} from '../../models/import/find-naming.ts';
import {DECODER_NAMINGS, ENCODER_NAMINGS} from '../../models/import/namings.ts';
import {stridedTensor} from '../../models/import/strided-tensor.ts';
import {
  plainNames,
  portDecoderNames,
  portEncoderNames,
  tinyEncoder,
  torchvisionNames,
} from './tiny-vgg19.ts';

const layers = [...tinyEncoder.keys()];
const port = [...portEncoderNames().keys()];
const torchvision = [...torchvisionNames().keys()];

it.each([
  ['Pastiche', '', [...plainNames(tinyEncoder).keys()]],
  ['the PyTorch AdaIN port', '', port],
  ['the PyTorch AdaIN port', 'module.', port.map((name) => `module.${name}`)],
  ['torchvision', 'features.', torchvision],
  ['torchvision', '', torchvision.map((name) => name.replace('features.', ''))],
  ['torchvision', 'state_dict.features.', torchvision.map((name) => `state_dict.${name}`)],
])("finds %s' names after the prefix %j", (title, prefix, names) => {
  const found = findNaming(checkpointOf(names), ENCODER_NAMINGS, layers);
  expect([found.naming.title, found.prefix]).toEqual([title, prefix]);
});

it("finds the port's decoder beside its encoder", () => {
  const names = [...portDecoderNames().keys()].map((name) => `decoder.${name}`);
  const both = checkpointOf([...port.map((name) => `encoder.${name}`), ...names]);

  expect(findNaming(both, DECODER_NAMINGS, layers).prefix).toBe('decoder.');
  expect(findNaming(both, ENCODER_NAMINGS, layers).prefix).toBe('encoder.');
});

it('still finds a naming where one tensor is missing', () => {
  for (const missing of port.filter((name) => name.endsWith('weight') && name !== '32.weight')) {
    const names = port.filter((name) => name !== missing);
    const {naming} = findNaming(checkpointOf(names), ENCODER_NAMINGS, layers);
    expect(naming.title).toBe('the PyTorch AdaIN port');
  }
});

it("refuses another network's names", () => {
  const names = ['conv1.weight', 'layer1.0.conv1.weight', '0.weight', '2.weight', 'fc.weight'];
  expect(() => findNaming(checkpointOf(names), ENCODER_NAMINGS, layers)).toThrow(
    "expected VGG-19's tensors, named as by Pastiche, the PyTorch AdaIN port, " +
      'torchvision, Keras; got conv1.weight, layer1.0.conv1.weight, 0.weight, 2.weight …',
  );
  expect(() => findNaming(new Map(), ENCODER_NAMINGS, layers)).toThrow('got no tensors …');
});

function checkpointOf(names: string[]): Checkpoint {
  const layout = {dtype: 'float32', shape: [0], bytes: () => new Uint8Array()};
  return new Map(names.map((name) => [name, stridedTensor(name, layout)]));
}
