import {randomNumbers} from '../random-numbers.ts';

/** A tensor of a checkpoint under construction, in row-major order. */
export type Tensor = {shape: number[]; values: number[]};

/** A convolution: kernel `[3, 3, in, out]` (or `[1, 1, in, out]`) and bias `[out]`. */
export type Conv = {kernel: Tensor; bias: Tensor};

/** Layers and their channels at a sixteenth of VGG-19's width. */
const ENCODER: [string, number, number][] = [
  ['conv1_1', 3, 4],
  ['conv1_2', 4, 4],
  ['conv2_1', 4, 8],
  ['conv2_2', 8, 8],
  ['conv3_1', 8, 16],
  ['conv3_2', 16, 16],
  ['conv3_3', 16, 16],
  ['conv3_4', 16, 16],
  ['conv4_1', 16, 32],
];
const DECODER = ENCODER.map(
  ([name, inputs, outputs]) => [name, outputs, inputs] as [string, number, number],
).reverse();

/** Where the layers lie in the `nn.Sequential`s of the AdaIN port and of torchvision. */
const PORT_ENCODER = [2, 5, 9, 12, 16, 19, 22, 25, 29];
const PORT_DECODER = [1, 5, 8, 11, 14, 18, 21, 25, 28];
const TORCHVISION = [0, 2, 5, 7, 10, 12, 14, 16, 19];

/** The tiny networks the tests write as checkpoints and compute by hand. */
export const tinyEncoder = network(ENCODER, 1);
export const tinyDecoder = network(DECODER, 2);
export const tinyPointwise = conv(randomNumbers(3), 1, 3, 3);

/** `conv1_1.kernel` … */
export function plainNames(convs: Map<string, Conv>): Map<string, Tensor> {
  return named([...convs], (layer, kind) => `${layer}.${kind}`);
}

/** `block1_conv1/kernel:0` … */
export function kerasNames(convs: Map<string, Conv>): Map<string, Tensor> {
  return named([...convs], (layer, kind) => {
    const [, block, index] = /conv(\d)_(\d)/.exec(layer)!;
    return `block${block}_conv${index}/kernel:0`.replace('kernel', kind);
  });
}

/** `0.weight` …, with the 1×1 convolution in front and a layer after relu4_1. */
export function portEncoderNames(): Map<string, Tensor> {
  const pointwise = pytorchNames(new Map([['0', tinyPointwise]]), [0]);
  const rest = pytorchNames(new Map([['32', conv(randomNumbers(4), 3, 32, 32)]]), [32]);
  return new Map([...pointwise, ...pytorchNames(tinyEncoder, PORT_ENCODER), ...rest]);
}

/** `1.weight` … */
export function portDecoderNames(): Map<string, Tensor> {
  return pytorchNames(tinyDecoder, PORT_DECODER);
}

/** `features.0.weight` … */
export function torchvisionNames(): Map<string, Tensor> {
  return new Map(
    [...pytorchNames(tinyEncoder, TORCHVISION)].map(([name, tensor]) => [
      `features.${name}`,
      tensor,
    ]),
  );
}

function pytorchNames(convs: Map<string, Conv>, positions: number[]): Map<string, Tensor> {
  const pairs = [...convs.values()].map(({kernel, bias}, index) => {
    return [String(positions[index]), {kernel: outInHeightWidth(kernel), bias}] as [string, Conv];
  });
  return named(pairs, (layer, kind) => `${layer}.${kind === 'kernel' ? 'weight' : 'bias'}`);
}

function named(
  convs: [string, Conv][],
  name: (layer: string, kind: 'kernel' | 'bias') => string,
): Map<string, Tensor> {
  return new Map(
    convs.flatMap(([layer, {kernel, bias}]): [string, Tensor][] => [
      [name(layer, 'kernel'), kernel],
      [name(layer, 'bias'), bias],
    ]),
  );
}

/** `[height, width, in, out]` as PyTorch has it: `[out, in, height, width]`. */
function outInHeightWidth({shape, values}: Tensor): Tensor {
  const [height = 0, width = 0, inputs = 0, outputs = 0] = shape;
  const moved: number[] = [];
  for (let o = 0; o < outputs; o++)
    for (let i = 0; i < inputs; i++)
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++)
          moved.push(values[((y * width + x) * inputs + i) * outputs + o]!);
  return {shape: [outputs, inputs, height, width], values: moved};
}

function network(layers: [string, number, number][], seed: number): Map<string, Conv> {
  const random = randomNumbers(seed);
  return new Map(layers.map(([name, inputs, outputs]) => [name, conv(random, 3, inputs, outputs)]));
}

function conv(random: () => number, side: number, inputs: number, outputs: number): Conv {
  const scale = Math.sqrt(6 / (side * side * inputs));
  return {
    kernel: tensor(random, [side, side, inputs, outputs], scale),
    bias: tensor(random, [outputs], 0.1),
  };
}

/** Numbers in ±`scale` that are exact in float16, so that no comparison is about rounding. */
function tensor(random: () => number, shape: number[], scale: number): Tensor {
  const draw = () => Math.round((random() * 2 - 1) * scale * 1024) / 1024;
  return {shape, values: Array.from({length: shape.reduce((a, b) => a * b)}, draw)};
}
