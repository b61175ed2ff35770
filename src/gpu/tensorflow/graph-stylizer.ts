import * as tf from '@tensorflow/tfjs';
import type {Architecture} from '../../network/architecture.ts';
import {createNetwork, type Picture} from '../../network/network.ts';
import {type ChannelStatistics, styleStatistics} from '../../network/style-statistics.ts';
import {statisticsTensors, stylize} from '../../network/stylize.ts';
import type {Weights} from '../../network/weights.ts';
import type {Paint, Stylizer} from '../stylizer.ts';
import {pictureTensor} from './picture-tensor.ts';
import {createStyleEncoder} from './style-encoder.ts';
import {compileAhead} from './tensorflow-backend.ts';

/**
 * The network as TensorFlow.js ops, on the WebGL backend that `startTensorFlow` has started in the
 * context the textures belong to.
 *
 * @param finished resolves when the GPU has done all it was given, and rejects if its context is lost
 */
export function createGraphStylizer(
  architecture: Architecture,
  weights: Weights,
  finished: () => Promise<void>,
): Stylizer {
  const network = createNetwork(architecture, weights);
  const encoder = createStyleEncoder(network, finished);
  let current: {style: Paint['style']; tensors: Record<string, ChannelStatistics>} | undefined;

  function tensorsOf(style: Paint['style']) {
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
          const style = styleStatistics(network, picture);
          const painting = withAlpha(stylize(network, picture, style));
          return painting.dataToGPU({customTexShape: [height, width]}).tensorRef;
        }).dispose();
      });
    },
    analyzeStyle: encoder.analyzeStyle,
    render(frame, size, {style, alpha}, show) {
      const tensors = tensorsOf(style);
      const painted = tf.tidy(() => {
        return withAlpha(stylize(network, pictureTensor(frame, size), tensors, alpha));
      });
      const {texture, tensorRef} = painted.dataToGPU({customTexShape: [size.height, size.width]});
      if (texture) show(texture);
      tf.dispose([painted, tensorRef]);
    },
    dispose() {
      network.dispose();
      if (current) tf.dispose(current.tensors);
      current = undefined;
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
