import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {describe, expect, it} from 'vitest';
import {convertSelfie} from '../../models/selfie/convert-selfie.ts';
import {readPersonNetwork} from '../../src/network/person/person-network.ts';

const file = new Uint8Array(
  readFileSync(
    createRequire(import.meta.url).resolve(
      '@mediapipe/selfie_segmentation/selfie_segmentation.tflite',
    ),
  ),
);

describe('convertSelfie', () => {
  const {manifest, weights} = convertSelfie(file);

  it('gives steps that read only what is there, and end in a mask', () => {
    for (const {inputs, output} of manifest.steps) {
      for (const input of inputs) expect(input).toBeLessThan(output);
    }
    expect(manifest.steps.at(-1)).toMatchObject({op: 'transposed', activation: 'sigmoid'});
    expect(manifest.side).toBe(256);
  });

  it('gives every weight that the steps name, as finite numbers', () => {
    const network = readPersonNetwork(manifest, arrayBufferOf(weights));
    const named = manifest.steps.flatMap((step) => ('weights' in step ? [step.weights] : []));
    expect([...network.weights.keys()]).toEqual(
      named.flatMap((name) => [`${name}/kernel`, `${name}/bias`]),
    );
    expect(network.weights.get('conv1/kernel')?.shape).toEqual([3, 3, 3, 16]);
    expect(network.weights.get('depthwise3/kernel')?.shape).toEqual([3, 3, 16]);
    const count = [...network.weights.values()].reduce((sum, {values}) => sum + values.length, 0);
    expect(count).toBe(weights.length / 2);
  });

  it('says whose the network is', () => {
    expect(manifest.licence).toBe('Apache-2.0');
    expect(manifest.attribution).toContain('MediaPipe');
  });

  it('refuses what is no model, and one that is cut', () => {
    expect(() => convertSelfie(new Uint8Array(64))).toThrow('TensorFlow Lite');
    expect(() => convertSelfie(file.slice(0, 4000))).toThrow();
  });
});

function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
