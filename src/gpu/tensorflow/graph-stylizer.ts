import * as tf from '@tensorflow/tfjs-core';
import type {Architecture} from '../../network/architecture.ts';
import {brushedWeights, type BrushShare} from '../../network/brush.ts';
import {createNetwork, type Network, type Picture} from '../../network/network.ts';
import {plainStyle} from '../../network/plain-style.ts';
import type {ChannelStatistics, StyleStatistics} from '../../network/style-statistics.ts';
import {statisticsTensors, stylize} from '../../network/stylize.ts';
import type {Weights} from '../../network/weights.ts';
import type {Stylizer} from '../webgl/stylizer.ts';
import {pictureTensor} from './picture-tensor.ts';
import {compileAhead} from './tensorflow-backend.ts';

/**
 * The network as TensorFlow.js ops, on the WebGL backend that `startTensorFlow` has started in the
 * context the textures belong to.
 */
export function createGraphStylizer(architecture: Architecture, weights: Weights): Stylizer {
  const own = createNetwork(architecture, weights);
  const brushes = createBrushTensors(weights);
  const network: Network = {
    ...own,
    weight: <Rank extends tf.Rank>(name: string) =>
      (brushes.tensors.get(name) as tf.Tensor<Rank> | undefined) ?? own.weight<Rank>(name),
  };
  let current: {style: StyleStatistics; tensors: Record<string, ChannelStatistics>} | undefined;

  function tensorsOf(style: StyleStatistics) {
    if (current?.style !== style) {
      if (current) tf.dispose(current.tensors);
      current = {style, tensors: statisticsTensors(style)};
    }
    return current.tensors;
  }

  return {
    kind: 'graph',
    async prepare({width, height}) {
      await compileAhead(() => {
        tf.tidy(() => {
          const picture = tf.zeros<tf.Rank.R4>([1, height, width, 3]);
          const style = statisticsTensors(plainStyle(architecture));
          const painting = withAlpha(stylize(network, picture, style));
          return painting.dataToGPU({customTexShape: [height, width]}).tensorRef;
        }).dispose();
      });
    },
    render(frame, size, layers, show) {
      const shape = {customTexShape: [size.height, size.width] as [number, number]};
      const painted = layers.map(({code, alpha}) => {
        const tensors = tensorsOf(code.statistics);
        brushes.take(code.brushes ?? [], alpha);
        const painting = tf.tidy(() =>
          withAlpha(stylize(network, pictureTensor(frame, size), tensors, alpha)),
        );
        return {painting, ...painting.dataToGPU(shape)};
      });
      show(painted.flatMap(({texture}) => texture ?? []));
      for (const {painting, tensorRef} of painted) tf.dispose([painting, tensorRef]);
    },
    expect() {},
    dispose() {
      own.dispose();
      brushes.take([], 1);
      if (current) tf.dispose(current.tensors);
      current = undefined;
    },
  };
}

/** The weights that brushes change, as tensors by name; none without a brush. */
function createBrushTensors(weights: Weights) {
  const tensors = new Map<string, tf.Tensor>();
  let [before, strength]: [readonly BrushShare[], number] = [[], 1];
  return {
    tensors,
    take(brushes: readonly BrushShare[], alpha: number) {
      if (brushes === before && alpha === strength) return;
      if (brushes.length === 0 && before.length === 0) return;
      [before, strength] = [brushes, alpha];
      tf.dispose([...tensors.values()]);
      tensors.clear();
      for (const [name, values] of brushedWeights(weights, brushes, alpha)) {
        tensors.set(name, tf.keep(tf.tensor(values, weights.get(name)?.shape)));
      }
    },
  };
}

/** An opaque fourth channel: `dataToGPU` wants four to a texel. */
const ALPHA_CHANNEL: [number, number][] = [
  [0, 0],
  [0, 0],
  [0, 0],
  [0, 1],
];

function withAlpha(picture: Picture): tf.Tensor4D {
  return tf.pad(picture, ALPHA_CHANNEL, 1);
}
