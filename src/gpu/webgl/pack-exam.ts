import type {Architecture} from '../../network/architecture.ts';
import {plainStyle} from '../../network/plain-style.ts';
import type {StyleStatistics} from '../../network/style-statistics.ts';
import type {Weights} from '../../network/weights.ts';
import {type Exam, examSize} from '../exam.ts';

/** An exam that goes through JSON: some 10 kB. */
type PackedExam = {
  alpha: number;
  style: Record<string, [mean: string, std: string]>;
  painting: string;
};

/** Packs an exam. The painting keeps eight bits of a colour, a tenth of what the test allows. */
export function packExam({alpha, style, painting}: Exam): PackedExam {
  const packed = Object.entries(style).map(([level, {mean, std}]) => [
    level,
    [packFloats(mean), packFloats(std)],
  ]);
  return {
    alpha,
    style: Object.fromEntries(packed) as PackedExam['style'],
    painting: packBytes(Uint8Array.from(painting, (color) => Math.round(color * 255))),
  };
}

/** The exam of a network; undefined where what was kept is something else. */
export function unpackExam(
  kept: unknown,
  architecture: Architecture,
  weights: Weights,
): Exam | undefined {
  try {
    const {alpha, style: packed, painting: bytes} = kept as PackedExam;
    const style: StyleStatistics = {};
    // Its levels and channels are those of any style.
    for (const [level, {mean}] of Object.entries(plainStyle(architecture))) {
      const [packedMean, packedStd] = packed[level] ?? ['', ''];
      style[level] = {
        mean: unpackFloats(packedMean, mean.length),
        std: unpackFloats(packedStd, mean.length),
      };
    }
    const size = examSize(weights);
    const painting = unpackBytes(bytes, size.width * size.height * 3);
    if (typeof alpha !== 'number' || !(alpha >= 0 && alpha <= 1)) return undefined;
    return {size, alpha, style, painting: Float32Array.from(painting, (byte) => byte / 255)};
  } catch {
    return undefined;
  }
}

function packFloats(values: Float32Array): string {
  return packBytes(new Uint8Array(values.slice().buffer));
}

function unpackFloats(text: string, length: number): Float32Array {
  const values = new Float32Array(unpackBytes(text, length * 4).buffer);
  if (!values.every(Number.isFinite)) throw new Error('Expected finite numbers, but got others.');
  return values;
}

function packBytes(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function unpackBytes(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  if (bytes.length !== length)
    throw new Error(`Expected ${length} bytes, but got ${bytes.length}.`);
  return bytes;
}
