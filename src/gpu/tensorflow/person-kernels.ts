import {conv2DConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Conv2D.js';
import {depthToSpaceConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/DepthToSpace.js';
import {depthwiseConv2dNativeConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/DepthwiseConv2dNative.js';
import {expandDimsConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/ExpandDims.js';
import {relu6Config} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Relu6.js';
import {resizeBilinearConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/ResizeBilinear.js';
import {sigmoidConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sigmoid.js';
import {tileConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Tile.js';
import {transposeConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Transpose.js';
import type {KernelConfig} from '@tensorflow/tfjs-core';

/** What finding persons runs on the GPU beside `PAINT_KERNELS`. */
export const PERSON_KERNELS: readonly KernelConfig[] = [
  conv2DConfig,
  depthToSpaceConfig,
  depthwiseConv2dNativeConfig,
  expandDimsConfig,
  relu6Config,
  resizeBilinearConfig,
  sigmoidConfig,
  tileConfig,
  transposeConfig,
];
