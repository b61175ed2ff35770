import {beforeEach, expect, it} from 'vitest';
import {startTensorFlow} from '../../../src/gpu/tensorflow/tensorflow-backend.ts';
import {createFusedStylizer, type Tuning} from '../../../src/gpu/webgl/fused-stylizer.ts';
import type {Architecture, ConvLayer, Layer} from '../../../src/network/architecture.ts';
import {weightShapes} from '../../../src/network/weight-specs.ts';
import type {Weights} from '../../../src/network/weights.ts';
import {differenceOf, makeExample, paintExample} from '../fused-fixture.ts';
import {openTestContext, wait} from '../gl-fixture.ts';
import {MOST_TARGETS} from '../most-targets.ts';

/** Portrait, and with a block and a half of the smallest map in a side. */
const SIZE = {width: 16, height: 48};

const PLAIN = {op: 'conv', stride: 1, upsample: false, relu: true, pool: false} as const;

function conv(name: string, inputs: number, outputs: number, options: Partial<ConvLayer> = {}) {
  return {...PLAIN, name, inputs, outputs, ...options};
}

function network(encoder: Layer[], decoder: Layer[]): Architecture {
  const levels = encoder.flatMap(({level}) => level ?? []);
  const input = {scale: 2, offset: -1};
  return {name: 'toy', levels, input, encoder, decoder, output: {scale: 0.3, offset: 0.4}};
}

const TUNING: Tuning = {targets: MOST_TARGETS, weights: {kind: 'texture'}, floats: 'full'};

const LAST = {relu: false};
const level = 'f';

/** Every form of convolution, with channels that fill a part of a group or of a tile, or all of it. */
const NETWORKS: [string, Architecture][] = [
  [
    'channels that fill no group',
    network([{...conv('a', 3, 5), level}], [conv('b', 5, 9), conv('c', 9, 3, LAST)]),
  ],
  [
    'pooling, and up-sampling last',
    network(
      [{...conv('a', 3, 8, {pool: true}), level}],
      [conv('b', 8, 3, {upsample: true, ...LAST})],
    ),
  ],
  [
    'up-sampling twice',
    network(
      [conv('a', 3, 4, {stride: 2}), {...conv('b', 4, 8, {stride: 2}), level}],
      [conv('c', 8, 8, {upsample: true}), conv('d', 8, 4, {upsample: true}), conv('e', 4, 3, LAST)],
    ),
  ],
  [
    'a residual block on each side',
    network(
      [conv('a', 3, 8), {op: 'residual', name: 'b', channels: 8, level}],
      [{op: 'residual', name: 'c', channels: 8}, conv('d', 8, 3, LAST)],
    ),
  ],
  [
    'a residual block on a doubled map',
    network(
      [{...conv('a', 3, 8, {stride: 2}), level}],
      [
        conv('b', 8, 12, {upsample: true}),
        {op: 'residual', name: 'c', channels: 12},
        conv('d', 12, 3, LAST),
      ],
    ),
  ],
  [
    'a finer level added to a doubled map',
    network(
      [
        {...conv('a', 3, 8), level: 'fine'},
        {...conv('b', 8, 4, {stride: 2}), level: 'coarse'},
      ],
      [conv('c', 4, 8, {upsample: true, add: 'fine'}), conv('d', 8, 3, LAST)],
    ),
  ],
  [
    'a finer level added to a plain layer',
    network(
      [
        {...conv('a', 3, 8), level: 'first'},
        {...conv('b', 8, 4), level: 'second'},
      ],
      [conv('c', 4, 8, {add: 'first'}), conv('d', 8, 3, LAST)],
    ),
  ],
];

/** Weights that keep the size of what they are given. */
function weightsOf(architecture: Architecture): Weights {
  return new Map(
    weightShapes(architecture).map(({name, shape}, seed) => {
      const length = shape.reduce((product, side) => product * side, 1);
      const fanIn = shape.length === 4 ? length / shape[3]! : 10;
      const values = Float32Array.from({length}, (_, index) => {
        return Math.sin((index + 1) * 12.9898 + seed * 78.233) * Math.sqrt(3 / fanIn);
      });
      return [name, {shape, values}];
    }),
  );
}

let gl: WebGL2RenderingContext;
beforeEach(async () => {
  gl = openTestContext();
  await startTensorFlow(gl);
});

it.each(NETWORKS)('does what the reference does: %s', async (_, architecture) => {
  const weights = weightsOf(architecture);
  const example = await makeExample(architecture, weights, SIZE);
  const stylizer = createFusedStylizer(gl, architecture, weights, TUNING, wait);
  const painting = paintExample(gl, stylizer, example, 'full');
  stylizer.dispose();
  expect(differenceOf(painting, example.painting).max).toBeLessThan(1e-4);
  // A painting that is all black or white would be right too easily.
  const inner = example.painting.filter((value) => value > 0.02 && value < 0.98);
  expect(inner.length).toBeGreaterThan(example.painting.length * 0.5);
});
