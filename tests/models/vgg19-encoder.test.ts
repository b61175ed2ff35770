import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import * as tf from '@tensorflow/tfjs';
import {zipSync} from 'fflate';
import {expect, it} from 'vitest';
import {importModel} from '../../models/import/import-model.ts';
import {readCheckpoint} from '../../models/import/read-checkpoint.ts';
import {architectureOf} from '../../src/network/architecture.ts';
import {encode} from '../../src/network/encoder.ts';
import {weightShapes} from '../../src/network/weight-specs.ts';
import {largestDifference} from '../network/golden.ts';
import {randomNumbers} from '../random-numbers.ts';
import {npyBytes} from './npz-bytes.ts';
import {type Grid, plainEncode} from './plain-loops.ts';
import {TemporaryModels} from './temporary-models.ts';

/** The real encoder lies beside the repository, for it is not ours to pass on. */
const FILE = fileURLToPath(new URL('../../../shared/weights/vgg19-relu4_1.npz', import.meta.url));

/** Of the largest value of the feature: the weights are rounded to float16, eleven bits. */
const TOLERANCE = 1e-3;

/** Sides that are odd after one and two poolings, so that the rounding up shows. */
const HEIGHT = 10;
const WIDTH = 12;

it('imports the real VGG-19 encoder with the features that plain loops give', async (context) => {
  context.skip(!existsSync(FILE), `needs the encoder ${FILE}, which is not part of the project`);
  const checkpoint = await readCheckpoint(FILE);
  const models = await TemporaryModels.create();
  try {
    const decoder = await models.file('decoder.npz', emptyDecoder());
    await importModel({encoder: FILE, decoder, models: models.folder, name: 'vgg19'});
    const network = await models.network('vgg19');
    await tf.setBackend('cpu');

    const picture = testPicture();
    const input = tf.tensor4d(Float32Array.from(picture.values), [1, HEIGHT, WIDTH, 3]);
    const feature = encode(network, input)['relu4_1']!;
    const layers = network.architecture.encoder.map(({name}) => {
      const [kernel, bias] = ['kernel', 'bias'].map((kind) => checkpoint.get(`${name}.${kind}`)!);
      return [name, {kernel: kernel!.values(), bias: bias!.values()}] as const;
    });
    const expected = plainEncode(picture, new Map(layers));

    expect(feature.shape).toEqual([1, 2, 2, 512]);
    const largest = Math.max(...expected.values);
    expect(largestDifference(feature.dataSync(), expected.values)).toBeLessThan(
      TOLERANCE * largest,
    );
  } finally {
    await models.remove();
  }
});

it('reads the numbers of the real encoder that NumPy reads', async (context) => {
  context.skip(!existsSync(FILE), `needs the encoder ${FILE}, which is not part of the project`);
  const checkpoint = await readCheckpoint(FILE);
  const sum = (name: string) =>
    checkpoint
      .get(name)!
      .values()
      .reduce((a, b) => a + b);

  expect(sum('conv3_4.kernel')).toBeCloseTo(97.673718279973, 9);
  expect(sum('conv4_1.kernel')).toBeCloseTo(-88.02764862974, 9);
});

/** A soft gradient with grain, in [0, 1]. */
function testPicture(): Grid {
  const random = randomNumbers(5);
  const values = Float64Array.from({length: HEIGHT * WIDTH * 3}, (_, index) => {
    const [y, x, channel] = [
      Math.floor(index / 3 / WIDTH),
      Math.floor(index / 3) % WIDTH,
      index % 3,
    ];
    const wave = Math.sin(x / 3 + channel) * Math.cos(y / 4 - channel);
    // Whole float32 numbers, so that both sides see the same picture.
    return Math.fround(0.5 + 0.35 * wave + 0.15 * (random() - 0.5));
  });
  return {height: HEIGHT, width: WIDTH, channels: 3, values};
}

/** A decoder of the right shapes; the encoder alone is looked at here. */
function emptyDecoder(): Uint8Array {
  const files = weightShapes(architectureOf('vgg19', undefined))
    .filter(({name}) => name.startsWith('decoder/'))
    .map(({name, shape}) => {
      const zeros = new Uint8Array(4 * shape.reduce((a, b) => a * b));
      return [`${name}.npy`, npyBytes('<f4', false, shape, zeros)];
    });
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, {level: 1});
}
