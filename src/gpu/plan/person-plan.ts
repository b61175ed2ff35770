import type {Activation, PersonNetwork, PersonStep} from '../../network/person/person-network.ts';

/** What a pass reads: a map, each channel times what a gate says, and another map added to that. */
export type PersonInput = {map: number; gate?: number; plus?: number};

/** A dense layer on what is one pixel large. */
export type DenseLayer = {weights: string; activation: Activation};

/**
 * A draw of the network that finds persons. Maps are known by the steps that give them; 0 is the picture.
 *
 * - `conv`, `depthwise`: activation(conv(input)) [+ added]
 * - `pool`: a mean for each channel of each row
 * - `gate`: what those means make of one or two dense layers, 1×1
 * - `double`: bilinear, twice as wide and high
 * - `mask`: the last one; 2×2 pixels from one
 */
export type PersonPass =
  | {
      kind: 'conv' | 'depthwise';
      weights: string;
      input: PersonInput;
      output: number;
      stride: 1 | 2;
      activation: Activation;
      added?: number;
    }
  | {kind: 'pool'; input: PersonInput; output: number}
  | {kind: 'gate'; layers: DenseLayer[]; input: PersonInput; output: number}
  | {kind: 'double'; input: PersonInput; output: number}
  | {kind: 'mask'; weights: string; input: PersonInput; output: number};

/** A map: square, four channels a group. What is one pixel large has no side of its own: rows of means do. */
export type PersonMap = {side: number; channels: number};

/** What a picture takes. Maps by number; those that no pass draws are left out. */
export type PersonPlan = {maps: ReadonlyMap<number, PersonMap>; passes: readonly PersonPass[]};

/**
 * Turns the steps into fewer draws: sums, gates and dense layers are taken up by what comes before or after, and
 * what is doubled goes through its 1×1 convolution first, at a quarter of the work: weights of bilinear sampling
 * are 1 together, so the order makes no difference.
 *
 * @throws where steps follow each other as no draw does
 */
export function planPerson({steps, weights, side}: PersonNetwork): PersonPlan {
  const maps = new Map<number, PersonMap>([[0, {side, channels: 3}]]);
  const passes: PersonPass[] = [];
  const inputs = new Map<number, PersonInput>([[0, {map: 0}]]);
  /** What is doubled and not yet drawn. */
  const waiting = new Map<number, PersonInput>();

  const inputOf = (number: number): PersonInput => {
    const input = inputs.get(number);
    if (!input) throw new Error(`Expected a map ${number} to read, but there is none.`);
    return input;
  };
  const mapOf = (number: number): PersonMap => {
    const map = maps.get(number);
    if (!map) throw new Error(`Expected a map ${number} that is drawn, but there is none.`);
    return map;
  };
  const plainMap = (number: number): number => {
    const {map, ...more} = inputOf(number);
    if (Object.keys(more).length > 0) throw new Error(`Expected a map ${number} as it is.`);
    return map;
  };
  const isReadOnce = (number: number) =>
    steps.filter((step) => (step.inputs as number[]).includes(number)).length === 1;
  const outputsOf = (name: string) => weights.get(`${name}/bias`)?.values.length ?? 0;

  function add(pass: PersonPass, map: PersonMap) {
    passes.push(pass);
    maps.set(pass.output, map);
    inputs.set(pass.output, {map: pass.output});
  }

  function addConv(step: Extract<PersonStep, {stride: number}>) {
    const {op, weights, output, stride, activation} = step;
    const [from] = step.inputs;
    const doubled = waiting.get(from);
    const channels = outputsOf(weights);
    if (doubled && stride === 1 && activation === 'none' && isReadOnce(from)) {
      const small = {side: mapOf(doubled.map).side, channels};
      // What is drawn first needs a number of its own: that of what is doubled is free.
      add({kind: op, weights, input: doubled, output: from, stride, activation}, small);
      add({kind: 'double', input: {map: from}, output}, {side: 2 * small.side, channels});
      return;
    }
    const input = inputOf(from);
    const pooled = passes.find((pass) => pass.output === input.map);
    if (pooled?.kind === 'pool') {
      add({kind: 'gate', layers: [{weights, activation}], input, output}, {side: 1, channels});
    } else if (pooled?.kind === 'gate' && pooled.layers.length === 1 && isReadOnce(from)) {
      pooled.layers.push({weights, activation});
      pooled.output = output;
      maps.set(output, {side: 1, channels});
      inputs.set(output, {map: output});
    } else {
      const {side} = mapOf(input.map);
      add({kind: op, weights, input, output, stride, activation}, {side: side / stride, channels});
    }
  }

  function addSum({inputs: pair, output}: Extract<PersonStep, {op: 'add' | 'multiply'}>) {
    const drawn = passes.at(-1);
    const last = pair.find((number) => number === drawn?.output);
    const other = pair.find((number) => number !== last);
    if (drawn && 'stride' in drawn && !drawn.added && isReadOnce(last ?? -1)) {
      drawn.added = plainMap(other ?? -1);
      inputs.set(output, inputOf(drawn.output));
      return;
    }
    const [one, two] = pair.map(inputOf) as [PersonInput, PersonInput];
    const [gated, plain] = two.gate === undefined ? [one, two] : [two, one];
    if (gated.plus !== undefined || plain.plus !== undefined || plain.gate !== undefined) {
      throw new Error(`Expected a sum of two maps, but ${output} is one of more.`);
    }
    inputs.set(output, {...gated, plus: plain.map});
  }

  for (const step of steps) {
    const [from] = step.inputs;
    switch (step.op) {
      case 'conv':
      case 'depthwise':
        addConv(step);
        break;
      case 'pool':
        add({kind: 'pool', input: inputOf(from), output: step.output}, mapOf(inputOf(from).map));
        break;
      case 'double':
        waiting.set(step.output, inputOf(from));
        break;
      case 'multiply':
        inputs.set(step.output, {map: plainMap(from), gate: plainMap(step.inputs[1])});
        break;
      case 'add':
        addSum(step);
        break;
      case 'transposed':
        add(
          {kind: 'mask', weights: step.weights, input: inputOf(from), output: step.output},
          {side: 2 * mapOf(inputOf(from).map).side, channels: 1},
        );
    }
  }
  return {maps, passes};
}

/** The maps that a pass reads. */
export function personMapsRead(pass: PersonPass): number[] {
  const {map, gate, plus} = pass.input;
  const added = 'added' in pass ? pass.added : undefined;
  return [map, gate, plus, added].filter((number) => number !== undefined);
}
