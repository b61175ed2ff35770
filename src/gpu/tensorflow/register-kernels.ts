import * as tf from '@tensorflow/tfjs-core';

/** Makes TensorFlow.js know these kernels; those that it knows already stay as they are. */
export function registerKernels(kernels: readonly tf.KernelConfig[]): void {
  for (const kernel of kernels) {
    if (!tf.getKernel(kernel.kernelName, kernel.backendName)) tf.registerKernel(kernel);
  }
}

/** Makes TensorFlow.js know these gradients; those that it knows already stay as they are. */
export function registerGradients(gradients: readonly tf.GradConfig[]): void {
  for (const gradient of gradients) {
    if (!tf.getGradient(gradient.kernelName)) tf.registerGradient(gradient);
  }
}
