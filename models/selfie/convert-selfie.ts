import {createHash} from 'node:crypto';
import {cellsOfMask, drawFigure} from '../../src/network/person/person-exam.ts';
import {
  type Activation,
  type PersonManifest,
  type PersonStep,
  readPersonNetwork,
} from '../../src/network/person/person-network.ts';
import {plainPersonMask} from './plain-person.ts';
import {readTflite, type TfliteOperator, type TfliteTensor} from './read-tflite.ts';

/** The built-in operators that the network is made of, by TensorFlow Lite's numbers. */
const OPS = {
  add: 0,
  averagePool: 1,
  conv: 3,
  depthwise: 4,
  dequantize: 6,
  sigmoid: 14,
  multiply: 18,
  relu: 19,
  resizeBilinear: 23,
  hardSwish: 117,
};

/** MediaPipe's own operator. */
const TRANSPOSED = 'Convolution2DTransposeBias';

const ACTIVATIONS = new Map<number, Activation>([
  [OPS.relu, 'relu'],
  [OPS.hardSwish, 'hardSwish'],
  [OPS.sigmoid, 'sigmoid'],
]);

/** Places of fields in the options of `schema.fbs`. */
const FIELDS = {strideWidth: 1, filterWidth: 3, halfPixels: 3, convActivation: 3, dwActivation: 4};

/** Axes of TensorFlow Lite's kernels in the order of ours. */
const KERNEL_AXES = {conv: [1, 2, 3, 0], depthwise: [1, 2, 3], transposed: [1, 2, 3, 0]};

/** The network and its weights as files of ours. */
export type ConvertedSelfie = {manifest: PersonManifest; weights: Uint8Array};

/**
 * Reads MediaPipe's selfie segmentation (`selfie_segmentation.tflite`): its graph as steps, and its weights, which
 * are float16 there and here.
 *
 * @throws Error where the file has what no step does
 */
export function convertSelfie(file: Uint8Array): ConvertedSelfie {
  const {tensors, operators, inputs, outputs} = readTflite(file);
  const packed = new Map<number, TfliteTensor>();
  const steps: PersonStep[] = [];
  const kernels: {name: string; shape: number[]; bytes: Uint8Array}[] = [];
  /** The map of a tensor: 0 is the picture, and each step gives the next. */
  const numbers = new Map<number, number>([[inputs[0] ?? -1, 0]]);

  const numberOf = (tensor: number | undefined) => {
    const number = numbers.get(tensor ?? -1);
    if (number === undefined) throw new Error(`Expected a step that gives tensor ${tensor}.`);
    return number;
  };
  const outputOf = ({outputs: [tensor = -1]}: TfliteOperator) => {
    numbers.set(tensor, steps.length + 1);
    return numberOf(tensor);
  };
  const side = (tensor: number | undefined) => tensors[tensor ?? -1]?.shape[1] ?? 0;

  function keep(name: string, tensor: number | undefined, axes?: readonly number[]) {
    const {shape, data, type} = packed.get(tensor ?? -1) ?? {};
    if (!shape || !data || type !== 'float16') {
      throw new Error(`Expected ${name} as float16 in the file, but it is not there.`);
    }
    const order = axes ?? shape.map((_, axis) => axis);
    const arranged = order.map((axis) => shape[axis] ?? 1);
    kernels.push({name, shape: arranged, bytes: transposed(data, shape, order)});
  }

  function withWeights(operator: TfliteOperator, op: keyof typeof KERNEL_AXES): PersonStep {
    const weights = `${op}${kernels.length / 2 + 1}`;
    const [input, kernel, bias] = operator.inputs;
    keep(`${weights}/kernel`, kernel, KERNEL_AXES[op]);
    keep(`${weights}/bias`, bias);
    const common = {weights, inputs: [numberOf(input)] as [number], output: outputOf(operator)};
    if (op === 'transposed') return {op, ...common, activation: 'none'};
    const field = op === 'conv' ? FIELDS.convActivation : FIELDS.dwActivation;
    const activation = operator.option(field) === 1 ? 'relu' : 'none';
    const stride = operator.option(FIELDS.strideWidth) === 2 ? 2 : 1;
    return {op, ...common, stride, activation};
  }

  function ofTwo(operator: TfliteOperator, op: 'add' | 'multiply'): PersonStep {
    const [a, b] = operator.inputs;
    const pair: [number, number] = [numberOf(a), numberOf(b)];
    return {op, inputs: pair, output: outputOf(operator), activation: 'none'};
  }

  function ofOne(operator: TfliteOperator, op: 'pool' | 'double'): PersonStep {
    return {op, inputs: [numberOf(operator.inputs[0])], output: outputOf(operator)};
  }

  /** The step before takes the activation over: nothing else reads what it gives. */
  function activate(operator: TfliteOperator, activation: Activation) {
    const [input = -1] = operator.inputs;
    const readers = operators.filter((other) => other.inputs.includes(input));
    const step = steps.find(({output}) => output === numberOf(input));
    if (readers.length > 1 || !step || !('activation' in step) || step.activation !== 'none') {
      throw new Error(`Expected a step that ${activation} can follow, but there is none.`);
    }
    step.activation = activation;
    numbers.set(operator.outputs[0] ?? -1, step.output);
  }

  function take(operator: TfliteOperator) {
    const {code, custom} = operator;
    const [input = -1] = operator.inputs;
    const activation = ACTIVATIONS.get(code);
    if (activation) return activate(operator, activation);
    if (custom === TRANSPOSED) steps.push(withWeights(operator, 'transposed'));
    else if (code === OPS.conv) steps.push(withWeights(operator, 'conv'));
    else if (code === OPS.depthwise) steps.push(withWeights(operator, 'depthwise'));
    else if (code === OPS.add) steps.push(ofTwo(operator, 'add'));
    else if (code === OPS.multiply) steps.push(ofTwo(operator, 'multiply'));
    else if (code === OPS.averagePool && operator.option(FIELDS.filterWidth) === side(input)) {
      steps.push(ofOne(operator, 'pool'));
    } else if (
      code === OPS.resizeBilinear &&
      operator.option(FIELDS.halfPixels) === 1 &&
      side(operator.outputs[0]) === 2 * side(input)
    ) {
      steps.push(ofOne(operator, 'double'));
    } else throw new Error(`Expected an operator that is known, but got ${custom || code}.`);
  }

  for (const operator of operators) {
    if (operator.code !== OPS.dequantize || operator.custom) continue;
    const tensor = tensors[operator.inputs[0] ?? -1];
    if (tensor) packed.set(operator.outputs[0] ?? -1, tensor);
  }
  for (const operator of operators) {
    if (operator.custom || operator.code !== OPS.dequantize) take(operator);
  }
  if (numberOf(outputs[0]) !== steps.at(-1)?.output) {
    throw new Error('Expected the mask to be what the last step gives.');
  }

  const weights = Buffer.concat(kernels.map(({bytes}) => bytes));
  const manifest: PersonManifest = {
    format: 1,
    name: 'selfie',
    attribution:
      'Weights of MediaPipe Selfie Segmentation (general), from the npm package ' +
      '@mediapipe/selfie_segmentation; Copyright The MediaPipe Authors. Stored in another order.',
    licence: 'Apache-2.0',
    side: side(inputs[0]),
    steps,
    exam: [],
    sha256: createHash('sha256').update(weights).digest('hex'),
    weights: kernels.map(({name, shape}) => ({name, shape, quantization: {dtype: 'float16'}})),
  };
  return {weights, manifest: {...manifest, exam: examOf(manifest, weights)}};
}

/** What plain loops see in a figure. */
function examOf(manifest: PersonManifest, weights: Uint8Array): number[] {
  const {side} = manifest;
  const network = readPersonNetwork(manifest, new Uint8Array(weights).buffer);
  const rgb = drawFigure(side).filter((_, at) => at % 4 !== 3);
  const mask = plainPersonMask(
    network,
    Float64Array.from(rgb, (value) => value / 255),
  );
  return cellsOfMask(mask, side).map((cell) => Math.round(1e4 * cell) / 1e4);
}

/** Numbers of two bytes, with their axes in another order; axes that are left out have a length of 1. */
function transposed(data: Uint8Array, shape: readonly number[], axes: readonly number[]) {
  const strides = shape.map((_, axis) =>
    shape.slice(axis + 1).reduce((all, side) => all * side, 1),
  );
  const sides = axes.map((axis) => shape[axis] ?? 1);
  const bytes = new Uint8Array(data.length);
  for (let place = 0; place < data.length / 2; place++) {
    let rest = place;
    let from = 0;
    for (let axis = sides.length - 1; axis >= 0; axis--) {
      const side = sides[axis] ?? 1;
      from += (rest % side) * (strides[axes[axis] ?? 0] ?? 1);
      rest = Math.floor(rest / side);
    }
    bytes.set(data.subarray(2 * from, 2 * from + 2), 2 * place);
  }
  return bytes;
}
