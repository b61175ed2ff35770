import * as tf from '@tensorflow/tfjs-core';
import type {Picture} from '../../src/network/network.ts';

/** `golden.json` of a model: inputs and what the network made of them where it was trained. */
export type Golden = {
  /** Height, width and channels of the pictures. */
  shape: [number, number, number];
  /** Row by row, 0…255. */
  content: number[];
  style: number[];
  styleStatistics: Record<string, {mean: number[]; std: number[]}>;
  /** By alpha, row by row, 0…1. */
  output: Record<string, number[]>;
};

/** A recorded picture as the network takes it; the caller disposes it. */
export function goldenPicture(values: number[], shape: Golden['shape']): Picture {
  return tf.tidy(() => tf.div(tf.tensor4d(values, [1, ...shape]), 255));
}

/** The largest absolute difference between two lists of the same length. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`Expected ${b.length} numbers, but got ${a.length}.`);
  let largest = 0;
  for (let index = 0; index < a.length; index++) {
    const difference = Math.abs(a[index]! - b[index]!);
    // NaN compares as neither larger nor smaller and must not pass.
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
