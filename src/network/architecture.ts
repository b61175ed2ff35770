/** A 3×3 convolution with one pixel of reflection padding and a bias. */
export type ConvLayer = {
  op: 'conv';
  /** Name of its weights, below `encoder/` or `decoder/`. */
  name: string;
  inputs: number;
  outputs: number;
  stride: 1 | 2;
  /** Doubles height and width first, by repeating pixels. */
  upsample: boolean;
  /** Adds the content feature of this level, after AdaIN, before the ReLU. */
  add?: string;
  relu: boolean;
  /** Halves height and width afterwards: 2×2 max pooling, rounded up. */
  pool: boolean;
};

/** ReLU(x + conv2(ReLU(conv1(x)))), both convolutions 3×3 as in `ConvLayer`. */
export type ResidualLayer = {op: 'residual'; name: string; channels: number};

/** A layer of the encoder may be a level: its output is a feature that AdaIN works on. */
export type Layer = (ConvLayer | ResidualLayer) & {level?: string};

/**
 * A network as data; `network/` and `gpu/` both run from it. The decoder starts from the AdaIN'ed
 * feature of the last level.
 */
export type Architecture = {
  name: string;
  /** Names of the levels, from the finest to the coarsest. */
  levels: readonly string[];
  /** The encoder sees x·scale + offset of the RGB picture in [0, 1]. */
  input: {scale: number; offset: number};
  encoder: readonly Layer[];
  decoder: readonly Layer[];
  /** The picture is y·scale + offset of the decoder's last layer, clamped to [0, 1]. */
  output: {scale: number; offset: number};
};

/** Channels of VGG-19 at full, half, quarter and eighth size: widths are relative to these. */
const VGG_CHANNELS = [64, 128, 256, 512];

const SWIFT_LEVELS = ['f1', 'f2', 'f3', 'f4'];
const VGG_LEVELS = ['relu4_1'];

/**
 * The layer table of a network.
 *
 * @param name `swift` or `vgg19`
 * @param width channels relative to VGG-19's 64, 128, 256, 512; undefined for the network's own
 * @param levels of `swift`: f4 (an eighth) and any of f1 (full size), f2 and f3, in any order;
 *   `vgg19` has its own, relu4_1, which need not be named
 * @throws if no architecture has the name, or it has no such levels
 */
export function architectureOf(
  name: string,
  width: number | undefined,
  levels?: readonly string[],
): Architecture {
  if (name === 'swift') return swift(width ?? 0.25, checkedLevels(levels));
  if (name === 'vgg19') return vgg19(width ?? 1, levels);
  throw new Error(`Expected an architecture of swift and vgg19, but got "${name}".`);
}

/** Swift's levels from the finest to the coarsest. */
function checkedLevels(levels: readonly string[] = []): string[] {
  const unknown = levels.some((level) => !SWIFT_LEVELS.includes(level));
  if (unknown || !levels.includes('f4')) {
    throw new Error(`Expected levels of f1, f2, f3 and always f4, but got "${levels.join()}".`);
  }
  return SWIFT_LEVELS.filter((level) => levels.includes(level));
}

/** The live default: an hourglass with AdaIN at an eighth and some larger sizes. */
function swift(width: number, levels: readonly string[]): Architecture {
  const [a, b, c, d] = channelsAt(width);
  const level = (name: string) => (levels.includes(name) ? {level: name} : {});
  const add = (name: string) => (levels.includes(name) ? {add: name} : {});
  return {
    name: 'swift',
    levels,
    input: {scale: 2, offset: -1},
    encoder: [
      {...conv('conv1', 3, a), ...level('f1')},
      {...conv('conv2', a, b, {stride: 2}), ...level('f2')},
      conv('conv3', b, c, {stride: 2}),
      {...residual('res3a', c), ...level('f3')},
      conv('conv4', c, d, {stride: 2}),
      {...residual('res4a', d), level: 'f4'},
    ],
    decoder: [
      residual('res4b', d),
      conv('up3', d, c, {upsample: true, ...add('f3')}),
      residual('res3b', c),
      conv('up2', c, b, {upsample: true, ...add('f2')}),
      conv('up1', b, a, {upsample: true, ...add('f1')}),
      conv('out', a, 3, {relu: false}),
    ],
    output: {scale: 0.5, offset: 0.5},
  };
}

/** The paper's network: VGG-19 (Simonyan & Zisserman 2015) up to relu4_1 and its mirror image. */
function vgg19(width: number, levels: readonly string[] = VGG_LEVELS): Architecture {
  if (levels.join() !== VGG_LEVELS.join()) {
    throw new Error(`Expected the level relu4_1, but got "${levels.join()}".`);
  }
  const [a, b, c, d] = channelsAt(width);
  const pool = true;
  const upsample = true;
  return {
    name: 'vgg19',
    levels,
    input: {scale: 1, offset: 0},
    encoder: [
      conv('conv1_1', 3, a),
      conv('conv1_2', a, a, {pool}),
      conv('conv2_1', a, b),
      conv('conv2_2', b, b, {pool}),
      conv('conv3_1', b, c),
      conv('conv3_2', c, c),
      conv('conv3_3', c, c),
      conv('conv3_4', c, c, {pool}),
      {...conv('conv4_1', c, d), level: 'relu4_1'},
    ],
    decoder: [
      conv('conv4_1', d, c),
      conv('conv3_4', c, c, {upsample}),
      conv('conv3_3', c, c),
      conv('conv3_2', c, c),
      conv('conv3_1', c, b),
      conv('conv2_2', b, b, {upsample}),
      conv('conv2_1', b, a),
      conv('conv1_2', a, a, {upsample}),
      conv('conv1_1', a, 3, {relu: false}),
    ],
    output: {scale: 1, offset: 0},
  };
}

function channelsAt(width: number): [number, number, number, number] {
  const [a = 0, b = 0, c = 0, d = 0] = VGG_CHANNELS.map((channels) => Math.round(channels * width));
  return [a, b, c, d];
}

function conv(
  name: string,
  inputs: number,
  outputs: number,
  options: Partial<Pick<ConvLayer, 'stride' | 'upsample' | 'add' | 'relu' | 'pool'>> = {},
): ConvLayer {
  const plain = {stride: 1, upsample: false, relu: true, pool: false} as const;
  return {op: 'conv', name, inputs, outputs, ...plain, ...options};
}

function residual(name: string, channels: number): ResidualLayer {
  return {op: 'residual', name, channels};
}
