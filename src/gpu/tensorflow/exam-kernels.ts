import {addConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/Add.js';
import {clipByValueConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/ClipByValue.js';
import {fusedConv2DConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/FusedConv2D.js';
import {maximumConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/Maximum.js';
import {maxPoolConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/MaxPool.js';
import {meanConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/Mean.js';
import {mirrorPadConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/MirrorPad.js';
import {multiplyConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/Multiply.js';
import {realDivConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/RealDiv.js';
import {reluConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/Relu.js';
import {reshapeConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/Reshape.js';
import {resizeNearestNeighborConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/ResizeNearestNeighbor.js';
import {sqrtConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sqrt.js';
import {squareConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/Square.js';
import {subConfig} from '@tensorflow/tfjs-backend-cpu/dist/kernels/Sub.js';
import type {KernelConfig} from '@tensorflow/tfjs-core';

/** What an exam runs on the CPU. */
export const EXAM_KERNELS: readonly KernelConfig[] = [
  addConfig,
  clipByValueConfig,
  fusedConv2DConfig,
  maximumConfig,
  maxPoolConfig,
  meanConfig,
  mirrorPadConfig,
  multiplyConfig,
  realDivConfig,
  reluConfig,
  reshapeConfig,
  resizeNearestNeighborConfig,
  sqrtConfig,
  squareConfig,
  subConfig,
];
