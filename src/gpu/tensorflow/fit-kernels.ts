import {addNConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/AddN.js';
import {batchMatMulConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/BatchMatMul.js';
import {castConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Cast.js';
import {concatConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Concat.js';
import {conv2DConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Conv2D.js';
import {depthToSpaceConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/DepthToSpace.js';
import {greaterEqualConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/GreaterEqual.js';
import {identityConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Identity.js';
import {lessEqualConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/LessEqual.js';
import {logicalAndConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/LogicalAnd.js';
import {minimumConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Minimum.js';
import {packConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Pack.js';
import {reverseConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Reverse.js';
import {selectConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Select.js';
import {sliceConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Slice.js';
import {squaredDifferenceConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/SquaredDifference.js';
import {stepConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Step.js';
import {stridedSliceConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/StridedSlice.js';
import {sumConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sum.js';
import {tileConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Tile.js';
import {transposeConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Transpose.js';
import {zerosLikeConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/ZerosLike.js';
import type {GradConfig, KernelConfig} from '@tensorflow/tfjs-core';
import {addGradConfig} from '@tensorflow/tfjs-core/dist/gradients/Add_grad.js';
import {addNGradConfig} from '@tensorflow/tfjs-core/dist/gradients/AddN_grad.js';
import {batchMatMulGradConfig} from '@tensorflow/tfjs-core/dist/gradients/BatchMatMul_grad.js';
import {clipByValueGradConfig} from '@tensorflow/tfjs-core/dist/gradients/ClipByValue_grad.js';
import {meanGradConfig} from '@tensorflow/tfjs-core/dist/gradients/Mean_grad.js';
import {multiplyGradConfig} from '@tensorflow/tfjs-core/dist/gradients/Multiply_grad.js';
import {divGradConfig} from '@tensorflow/tfjs-core/dist/gradients/RealDiv_grad.js';
import {reluGradConfig} from '@tensorflow/tfjs-core/dist/gradients/Relu_grad.js';
import {reshapeGradConfig} from '@tensorflow/tfjs-core/dist/gradients/Reshape_grad.js';
import {sliceGradConfig} from '@tensorflow/tfjs-core/dist/gradients/Slice_grad.js';
import {sqrtGradConfig} from '@tensorflow/tfjs-core/dist/gradients/Sqrt_grad.js';
import {squaredDifferenceGradConfig} from '@tensorflow/tfjs-core/dist/gradients/SquaredDifference_grad.js';
import {sumGradConfig} from '@tensorflow/tfjs-core/dist/gradients/Sum_grad.js';
import {sumWindowsConfig} from './sum-windows-kernel.ts';

/** What fitting runs on the GPU beside `PAINT_KERNELS`. */
export const FIT_KERNELS: readonly KernelConfig[] = [
  addNConfig,
  batchMatMulConfig,
  castConfig,
  concatConfig,
  conv2DConfig,
  depthToSpaceConfig,
  greaterEqualConfig,
  identityConfig,
  lessEqualConfig,
  logicalAndConfig,
  minimumConfig,
  packConfig,
  reverseConfig,
  selectConfig,
  sliceConfig,
  squaredDifferenceConfig,
  stepConfig,
  stridedSliceConfig,
  sumConfig,
  sumWindowsConfig,
  tileConfig,
  transposeConfig,
  zerosLikeConfig,
];

/** The gradients of what fitting goes back through; its convolutions have their own. */
export const FIT_GRADIENTS: readonly GradConfig[] = [
  addGradConfig,
  addNGradConfig,
  batchMatMulGradConfig,
  clipByValueGradConfig,
  meanGradConfig,
  multiplyGradConfig,
  divGradConfig,
  reluGradConfig,
  reshapeGradConfig,
  sliceGradConfig,
  sqrtGradConfig,
  squaredDifferenceGradConfig,
  sumGradConfig,
];
