import {MathBackendWebGL, setWebGLContext} from '@tensorflow/tfjs-backend-webgl/dist/base.js';
import * as tf from '@tensorflow/tfjs-core';
import {PAINT_KERNELS} from './paint-kernels.ts';
import {registerKernels} from './register-kernels.ts';

/** Freed textures are kept for the next frame up to this; beyond it they are deleted. */
const POOL_BYTES = 512 * 1024 * 1024;

/**
 * Makes TensorFlow.js work in this GL context, with what painting and analysing take. A second call, after a lost context has come back,
 * replaces the backend; tensors of the old one are gone.
 *
 * @param halfFloats store everything in half floats, as GPUs without float targets do
 */
export async function startTensorFlow(
  gl: WebGL2RenderingContext,
  halfFloats = false,
): Promise<void> {
  registerKernels(PAINT_KERNELS);
  setWebGLContext(2, gl);
  forgetContext();
  tf.env().set('WEBGL_VERSION', 2);
  // These must stand before the backend starts, which remembers what follows from them.
  tf.env().set('WEBGL_FORCE_F16_TEXTURES', halfFloats);
  const fullFloats = !halfFloats && tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE');
  tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', fullFloats);
  // Sizes as uniforms would save programs, but convolutions by im2col then go wrong as soon as a
  // second, larger size comes: see the test of several sizes.
  tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', false);
  keepTextures(true);
  if (tf.engine().registryFactory['webgl']) tf.removeBackend('webgl');
  tf.registerBackend('webgl', () => new MathBackendWebGL(), 2);
  if (!(await tf.setBackend('webgl'))) {
    throw new Error('Expected TensorFlow.js to start its WebGL backend, but it did not.');
  }
}

/**
 * Says whether freed textures are kept for the next frame, as at the start. They are hundreds of
 * megabytes, which are worth it only where frames are painted with TensorFlow.js.
 */
export function keepTextures(keep: boolean): void {
  tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', keep ? POOL_BYTES : 0);
}

/**
 * Compiles the programs of all ops that `run` calls, side by side where the GPU's driver can, without
 * blocking the page, unless that is hidden. Their results are not computed.
 */
export async function compileAhead(run: () => void): Promise<void> {
  const backend = tf.backend() as MathBackendWebGL;
  tf.env().set('ENGINE_COMPILE_ONLY', true);
  try {
    run();
  } finally {
    tf.env().set('ENGINE_COMPILE_ONLY', false);
  }
  const stop = new AbortController();
  try {
    await Promise.race([
      backend.checkCompileCompletionAsync(),
      // There TensorFlow.js would wait for a frame of the display that never comes; nobody sees ours.
      whenHidden(stop.signal).then(() => {
        backend.checkCompileCompletion();
      }),
    ]);
  } finally {
    stop.abort();
  }
  backend.getUniformLocations();
}

/** What TensorFlow.js has found out of a context stands until it is told to look again. */
function forgetContext(): void {
  const flags = tf.env().getFlags() as Record<string, unknown>;
  for (const name of Object.keys(flags)) {
    if (name.startsWith('WEBGL_')) Reflect.deleteProperty(flags, name);
  }
}

/** Resolves when the tab is hidden, as it may be already; never after `signal` is aborted. */
function whenHidden(signal: AbortSignal): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden) resolve();
    };
    document.addEventListener('visibilitychange', look, {signal});
  });
}

/** How many tensors are alive; constant from one frame to the next. */
export function countTensors(): number {
  return tf.memory().numTensors;
}
