import type {Architecture, ConvLayer, Layer} from '../../network/architecture.ts';
import type {FeatureMap} from './feature-map.ts';

/** How a convolution goes over its input; `conv.glsl` has the arithmetic. */
export type ConvForm = 'plain' | 'stride' | 'pool' | 'upsample';

/** A map to read, by its place in the plan; `styled` names the level whose AdaIN it goes through. */
export type MapInput = {map: number; styled?: string};

/** A linear change of a value: x·scale + offset. */
export type Affine = {scale: number; offset: number};

/** clamp(conv(input) + bias [+ added], …), with padding, pooling or up-sampling as `form` says. */
export type ConvPass = {
  kind: 'conv';
  form: ConvForm;
  /** Of its weights: `encoder/conv1`. */
  path: string;
  inputs: number;
  outputs: number;
  input: MapInput | 'frame';
  added?: MapInput;
  /** Folded into the weights: what the input and the output go through. */
  before?: Affine;
  after?: Affine;
  /** The output is the picture's RGB, and its fourth channel is 1. */
  opaque?: true;
  /** Results are kept in here: a ReLU starts at 0. */
  range: readonly [number, number];
  output: number;
};

/** The statistics of a level's feature, and from them AdaIN's scale and shift of each channel. */
export type StatisticsPass = {kind: 'statistics'; level: string; map: number};

/** The painting: a plain RGBA picture. */
export type PicturePass = {kind: 'picture'; map: number};

export type Pass = ConvPass | StatisticsPass | PicturePass;

/** What a frame takes, whatever its size. Passes name maps by their index. */
export type Plan = {maps: readonly FeatureMap[]; passes: readonly Pass[]};

/** The largest half float: what goes beyond is held there rather than become infinite. */
const LARGEST = 65504;
const RELU = [0, LARGEST] as const;
const LINEAR = [-LARGEST, LARGEST] as const;

/** What the last convolution gives. */
const PICTURE = {range: [0, 1], opaque: true} as const;

/** How much smaller a form makes the map. */
const SHRINK: Record<ConvForm, number> = {plain: 1, stride: 2, pool: 2, upsample: 0.5};

/**
 * Turns a network into passes.
 *
 * @param targets how many textures a pass can draw to
 * @throws if a layer asks for what no pass does
 */
export function planNetwork(architecture: Architecture, targets: 4 | 8): Plan {
  const {encoder, decoder, input, output, levels} = architecture;
  const maps: FeatureMap[] = [];
  const passes: Pass[] = [];

  function addConv(conv: Omit<ConvPass, 'kind' | 'output' | 'before'>): MapInput {
    const pass = conv.input === 'frame' ? {...conv, before: input} : conv;
    const groups = Math.ceil(pass.outputs / 4);
    maps.push({
      groups,
      shrink: shrinkOf(pass.input) * SHRINK[pass.form],
      layout: pass.form === 'upsample' ? 'phases' : 'blocks',
      groupsPerTile: Math.min(targets / 4, groups),
    });
    passes.push({kind: 'conv', ...pass, output: maps.length - 1});
    return {map: maps.length - 1};
  }

  function shrinkOf(x: MapInput | 'frame'): number {
    return x === 'frame' ? 1 : (maps[x.map]?.shrink ?? 1);
  }

  function addLayer(path: string, layer: Layer, x: MapInput | 'frame'): MapInput {
    if (layer.op === 'conv') {
      const {inputs, outputs, relu} = layer;
      const conv = {form: formOf(layer), path, inputs, outputs, input: x};
      const added = layer.add === undefined ? {} : {added: featureOf(layer.add)};
      if (layer === last) return addConv({...conv, ...added, ...PICTURE, after: output});
      return addConv({...conv, ...added, range: relu ? RELU : LINEAR});
    }
    if (x === 'frame') throw new Error('Expected a convolution as the first layer.');
    const conv = {form: 'plain', inputs: layer.channels, outputs: layer.channels} as const;
    const inner = addConv({...conv, path: `${path}/conv1`, input: x, range: RELU});
    return addConv({...conv, path: `${path}/conv2`, input: inner, added: x, range: RELU});
  }

  const features = new Map<string, MapInput>();
  function featureOf(level: string): MapInput {
    const feature = features.get(level);
    if (!feature) throw new Error(`Expected a feature of level "${level}", but there is none.`);
    return {...feature, styled: level};
  }

  const last = decoder.at(-1);
  if (last?.op !== 'conv' || last.relu) {
    throw new Error('Expected the last layer to be a convolution without ReLU.');
  }
  let x: MapInput | 'frame' = 'frame';
  for (const layer of encoder) {
    x = addLayer(`encoder/${layer.name}`, layer, x);
    if (!layer.level) continue;
    features.set(layer.level, x);
    passes.push({kind: 'statistics', level: layer.level, map: x.map});
  }
  x = featureOf(levels.at(-1) ?? '');
  for (const layer of decoder) {
    x = addLayer(`decoder/${layer.name}`, layer, x);
  }
  passes.push({kind: 'picture', map: x.map});
  return {maps, passes};
}

function formOf({name, stride, pool, upsample, add}: ConvLayer): ConvForm {
  const forms: ConvForm[] = [];
  if (stride === 2) forms.push('stride');
  if (pool) forms.push('pool');
  if (upsample) forms.push('upsample');
  if (forms.length > 1 || (pool && add)) {
    throw new Error(`Expected one of stride, pooling and up-sampling in ${name}, but got more.`);
  }
  return forms[0] ?? 'plain';
}
