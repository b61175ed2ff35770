import {addConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Add.js';
import {clipByValueConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/ClipByValue.js';
import {fusedConv2DConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/FusedConv2D.js';
import {maximumConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Maximum.js';
import {maxPoolConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/MaxPool.js';
import {meanConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Mean.js';
import {mirrorPadConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/MirrorPad.js';
import {multiplyConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Multiply.js';
import {padV2Config} from '@tensorflow/tfjs-backend-webgl/dist/kernels/PadV2.js';
import {realDivConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/RealDiv.js';
import {reluConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Relu.js';
import {reshapeConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Reshape.js';
import {resizeNearestNeighborConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/ResizeNearestNeighbor.js';
import {sqrtConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sqrt.js';
import {squareConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Square.js';
import {subConfig} from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sub.js';
import type {KernelConfig} from '@tensorflow/tfjs-core';

/** What painting and analysing run on the GPU. */
export const PAINT_KERNELS: readonly KernelConfig[] = [
  addConfig,
  clipByValueConfig,
  fusedConv2DConfig,
  maximumConfig,
  maxPoolConfig,
  meanConfig,
  mirrorPadConfig,
  multiplyConfig,
  padV2Config,
  realDivConfig,
  reluConfig,
  reshapeConfig,
  resizeNearestNeighborConfig,
  sqrtConfig,
  squareConfig,
  subConfig,
];
