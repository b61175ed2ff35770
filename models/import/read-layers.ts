import type {WeightShape} from '../../src/network/weight-specs.ts';
import type {Checkpoint, CheckpointTensor} from './checkpoint.ts';
import type {FoundNaming} from './find-naming.ts';
import {foldInput, type InputTransform} from './fold-input.ts';

/** A tensor as a model has it, with its numbers in row-major order. */
export type LayerWeight = WeightShape & {values: Float64Array};

/**
 * Reads the tensors of one half of the network and brings them into the form of a model: kernels
 * `[height, width, in, out]`, and what comes before the first convolution folded into it.
 *
 * @param wanted `encoder/conv1_1/kernel` and so on, with the shapes they must have
 * @throws Error where a tensor is missing, or has another shape or type
 */
export function readLayers(
  checkpoint: Checkpoint,
  {naming, prefix}: FoundNaming,
  wanted: readonly WeightShape[],
): LayerWeight[] {
  const weights = wanted.map(({name, shape}) => {
    const [, layer, kind] = name.split('/') as [string, string, 'kernel' | 'bias'];
    const axes = kind === 'kernel' ? naming.kernelAxes : [0];
    const values = readTensor(checkpoint, prefix + naming.tensor(layer, kind), shape, axes);
    return {name, shape, values};
  });
  if (naming.input) {
    const input =
      'conv' in naming.input
        ? pointwiseConvolution(checkpoint, prefix + naming.input.conv)
        : naming.input;
    const [kernel, bias] = weights as [LayerWeight, LayerWeight];
    const folded = foldInput(kernel.values, bias.values, input);
    kernel.values = folded.kernel;
    bias.values = folded.bias;
  }
  return weights;
}

/**
 * A network's width relative to VGG-19's, by the channels of conv1_1.
 *
 * @throws Error where conv1_1 has no bias
 */
export function readWidth(checkpoint: Checkpoint, {naming, prefix}: FoundNaming): number {
  const {shape} = tensorOf(checkpoint, prefix + naming.tensor('conv1_1', 'bias'));
  return (shape[0] ?? 0) / 64;
}

function pointwiseConvolution(checkpoint: Checkpoint, name: string): InputTransform {
  const kernel = readTensor(checkpoint, `${name}.weight`, [3, 3, 1, 1], [0, 1, 2, 3]);
  const offset = readTensor(checkpoint, `${name}.bias`, [3], [0]);
  return {matrix: [0, 3, 6].map((row) => [...kernel.subarray(row, row + 3)]), offset: [...offset]};
}

/** @param shape the tensor must have once its axes are in the order of `axes` */
function readTensor(
  checkpoint: Checkpoint,
  name: string,
  shape: readonly number[],
  axes: readonly number[],
): Float64Array {
  const tensor = tensorOf(checkpoint, name);
  const expected = axes.map((_, axis) => shape[axes.indexOf(axis)]).join(', ');
  const got = tensor.shape.join(', ');
  if (got !== expected) throw new Error(`${name}: expected the shape [${expected}], got [${got}].`);
  return tensor.values(axes);
}

function tensorOf(checkpoint: Checkpoint, name: string): CheckpointTensor {
  const tensor = checkpoint.get(name);
  if (!tensor) throw new Error(`expected a tensor ${name}, got none of that name.`);
  return tensor;
}
