import type {MathBackendWebGL} from '@tensorflow/tfjs-backend-webgl/dist/base.js';
import type {GPGPUProgram} from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_math.js';
import type {KernelConfig, TensorInfo} from '@tensorflow/tfjs-core';
import {SUM_WINDOWS, type SumWindowsAttrs, type Window} from '../../network/fitting/sum-windows.ts';

/** Sums windows of a map in one draw, each of which begins at an even channel. */
export const sumWindowsConfig: KernelConfig = {
  kernelName: SUM_WINDOWS,
  backendName: 'webgl',
  kernelFunc: ({inputs, attrs, backend}) => {
    const x = inputs['x'] as TensorInfo;
    const program = sumProgram(x, attrs as unknown as SumWindowsAttrs);
    return (backend as MathBackendWebGL).runWebGLProgram(program, [x], 'float32');
  },
};

function sumProgram({shape}: TensorInfo, {windows, size}: SumWindowsAttrs): GPGPUProgram {
  const {height, width, channels} = size;
  return {
    variableNames: ['x'],
    packedInputs: true,
    packedOutput: true,
    outputShape: [shape[0] ?? 0, height, width, channels],
    // A texel has two pixels of two channels: x and y of the left one, z and w of the right one.
    userCode: `
      void main() {
        ivec4 at = getOutputCoords();
        vec4 sum = vec4(0.0);
        ${windows.map(addition).join('')}
        if (at.z + 1 >= ${width}) sum.zw = vec2(0.0);
        setOutput(sum);
      }
    `,
  };
}

function addition({top, left, channel}: Window): string {
  const read = (column: number) => `getX(at.x, at.y + ${top}, at.z + ${column}, at.w + ${channel})`;
  const pixels = left % 2 === 0 ? read(left) : `vec4(${read(left)}.zw, ${read(left + 1)}.xy)`;
  return `sum += ${pixels};`;
}
