import * as tf from '@tensorflow/tfjs';
import {expect, it} from 'vitest';
import manifest from '../../../../models/swift/manifest.json';
import weightsUrl from '../../../../models/swift/weights.bin?url';
import {startTensorFlow} from '../../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {createFusedStylizer} from '../../../../src/gpu/webgl/fused-stylizer.ts';
import {createFrameInput} from '../../../../src/gpu/webgl/picture/frame-input.ts';
import {createNoiseFilter} from '../../../../src/gpu/webgl/picture/noise-filter.ts';
import type {Picture} from '../../../../src/gpu/webgl/picture/picture.ts';
import {createNetwork} from '../../../../src/network/network.ts';
import {readStatistics, styleStatistics} from '../../../../src/network/style-statistics.ts';
import {type Manifest, manifestArchitecture, readWeights} from '../../../../src/network/weights.ts';
import {toyPicture} from '../../../network/tensors.ts';
import {exampleFrame, readColors} from '../../fused-fixture.ts';
import {openTestContext, taken, wait} from '../../gl-fixture.ts';
import {noisy, spread} from '../../noise.ts';

const SIZE = {width: 64, height: 64};
/** The noise by which networks are measured, too: a standard deviation of 2 in 0…255. */
const SIGMA = 2;
const FRAMES = 12;
/** Frames until the filter has seen enough. */
const START = 4;

it('lets what swift paints of a still scene flicker less than half', async () => {
  const gl = openTestContext();
  await startTensorFlow(gl);
  const bytes = await (await fetch(weightsUrl)).arrayBuffer();
  const architecture = manifestArchitecture(manifest as Manifest);
  const weights = readWeights(manifest as Manifest, bytes);
  const network = createNetwork(architecture, weights);
  const style = tf.tidy(() => readStatistics(styleStatistics(network, toyPicture(64, 64, 2))));
  const tuning = {targets: 8, weights: {kind: 'texture'}, floats: 'half'} as const;
  const stylizer = createFusedStylizer(gl, architecture, weights, tuning, wait);
  const input = createFrameInput(gl);
  const filter = createNoiseFilter(gl);

  function paint({texture}: Picture): Float32Array {
    let colors: Float32Array = new Float32Array();
    stylizer.render(texture, SIZE, {code: {statistics: style}, alpha: 1}, (painting) => {
      colors = readColors(gl, painting, SIZE, 'half');
    });
    return colors;
  }

  const [plain, calm]: [Float32Array[], Float32Array[]] = [[], []];
  for (let seed = 0; seed < FRAMES; seed++) {
    const frame = taken(input, noisy(exampleFrame(SIZE), SIGMA, seed));
    plain.push(paint(frame));
    calm.push(paint(filter.calm(frame)));
  }
  const [plainFlicker, calmFlicker] = [plain, calm].map((pictures) =>
    spread(pictures.slice(START)),
  );

  // Measured: 1.57 and 0.52 of 255.
  expect(calmFlicker).toBeLessThan(0.5 * plainFlicker!);
  expect(calmFlicker).toBeLessThan(1 / 255);
});
