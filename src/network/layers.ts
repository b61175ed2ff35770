import * as tf from '@tensorflow/tfjs-core';
import type {ConvLayer, Layer, ResidualLayer} from './architecture.ts';
import type {Feature, Network} from './network.ts';

/** One pixel on each side of height and width. */
const ONE_PIXEL: [number, number][] = [
  [0, 0],
  [1, 1],
  [1, 1],
  [0, 0],
];

/**
 * Runs one layer. The result belongs to the caller.
 *
 * @param path of the layer's weights: `encoder/conv1`
 * @param added what a layer with `add` adds before its ReLU, of the output's shape
 */
export function runLayer(
  network: Network,
  path: string,
  layer: Layer,
  input: Feature,
  added?: Feature,
): Feature {
  return tf.tidy(() =>
    layer.op === 'conv'
      ? runConv(network, path, layer, input, added)
      : runResidual(network, path, layer, input),
  );
}

function runConv(
  network: Network,
  path: string,
  {stride, upsample, relu, pool}: ConvLayer,
  input: Feature,
  added?: Feature,
): Feature {
  const source = upsample ? upsampleNearest(input) : input;
  let output = conv3x3(network, path, source, stride, relu && !added);
  if (added) output = tf.add(output, added);
  if (added && relu) output = tf.relu(output);
  // 'same' with a 2×2 window rounds the size up, as the paper's encoder does.
  return pool ? tf.maxPool(output, 2, 2, 'same') : output;
}

function runResidual(network: Network, path: string, _: ResidualLayer, input: Feature): Feature {
  const inner = conv3x3(network, `${path}/conv1`, input, 1, true);
  return tf.relu(tf.add(input, conv3x3(network, `${path}/conv2`, inner, 1, false)));
}

function conv3x3(
  network: Network,
  path: string,
  input: Feature,
  strides: 1 | 2,
  relu: boolean,
): Feature {
  return tf.fused.conv2d({
    x: reflectionPad(input),
    filter: network.weight<tf.Rank.R4>(`${path}/kernel`),
    bias: network.weight<tf.Rank.R1>(`${path}/bias`),
    strides,
    pad: 'valid',
    activation: relu ? 'relu' : 'linear',
  });
}

/** One pixel more on each side, reflected; it belongs to the caller. */
export function reflectionPad(input: Feature): Feature {
  const [, height, width] = input.shape;
  // A side of one pixel has no neighbour to reflect; repeating it is the only continuation.
  const mode = height > 1 && width > 1 ? 'reflect' : 'symmetric';
  return tf.mirrorPad(input, ONE_PIXEL, mode);
}

function upsampleNearest(input: Feature): Feature {
  const [, height, width] = input.shape;
  return tf.image.resizeNearestNeighbor(input, [height * 2, width * 2]);
}
