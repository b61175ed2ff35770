/**
 * TensorFlow.js core as the built site has it in place of the package's own entry: without the
 * optimizers, which register themselves there.
 */
import '@tensorflow/tfjs-core/dist/base_side_effects.js';

export * from '@tensorflow/tfjs-core/dist/base.js';
