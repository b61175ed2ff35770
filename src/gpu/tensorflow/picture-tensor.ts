import * as tf from '@tensorflow/tfjs-core';
import type {Picture} from '../../network/network.ts';
import type {Size} from '../size.ts';

/** A texture of the shared context as the network takes it; it belongs to the caller. */
export function pictureTensor(texture: WebGLTexture, {width, height}: Size): Picture {
  return tf.tensor({texture, height, width, channels: 'RGB'}, [1, height, width, 3]);
}
