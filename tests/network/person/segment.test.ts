import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import * as tf from '@tensorflow/tfjs';
import {expect, it} from 'vitest';
import {convertSelfie} from '../../../models/selfie/convert-selfie.ts';
import {plainPersonMask} from '../../../models/selfie/plain-person.ts';
import {drawFigure} from '../../../src/network/person/person-exam.ts';
import {readPersonNetwork} from '../../../src/network/person/person-network.ts';
import {createSegmenter} from '../../../src/network/person/segment.ts';

/** The network is good for any side that 32 divides. */
const SIDE = 64;

it('sees what plain loops see, and keeps no tensor', () => {
  const model = '@mediapipe/selfie_segmentation/selfie_segmentation.tflite';
  const file = readFileSync(createRequire(import.meta.url).resolve(model));
  const {manifest, weights} = convertSelfie(new Uint8Array(file));
  const network = {...readPersonNetwork(manifest, new Uint8Array(weights).buffer), side: SIDE};
  const rgb = drawFigure(SIDE).filter((_, at) => at % 4 !== 3);
  const colours = Float64Array.from(rgb, (value) => value / 255);
  const expected = plainPersonMask(network, colours);

  const before = tf.memory().numTensors;
  const segmenter = createSegmenter(network);
  const picture = tf.tensor4d([...colours], [1, SIDE, SIDE, 3]);
  const mask = segmenter.maskOf(picture);
  const values = mask.dataSync();
  tf.dispose([picture, mask]);
  segmenter.dispose();
  segmenter.dispose();

  expect(mask.shape).toEqual([1, SIDE, SIDE, 1]);
  expect(Math.max(...expected)).toBeGreaterThan(0.5);
  expect(Math.min(...expected)).toBeLessThan(0.5);
  expected.forEach((value, at) => {
    expect(Math.abs(value - values[at]!)).toBeLessThan(1e-4);
  });
  expect(tf.memory().numTensors).toBe(before);
});
