import type {Activation, PersonNetwork} from '../../../network/person/person-network.ts';
import {personMapsRead, type PersonPass, planPerson} from '../../plan/person-plan.ts';
import {shareStorage} from '../../plan/share-storage.ts';
import {drawTo} from '../tools/draw-to.ts';
import {floatFormats} from '../tools/float-formats.ts';
import {createProgramSet} from '../tools/program-set.ts';
import type {ShaderProgram} from '../tools/shader-program.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createNearestTexture, createTarget, type TargetTexture} from '../tools/target-texture.ts';
import keepSource from './keep.glsl?raw';
import convSource from './person-conv.glsl?raw';
import doubleSource from './person-double.glsl?raw';
import gateSource from './person-gate.glsl?raw';
import mapSource from './person-map.glsl?raw';
import maskSource from './person-mask.glsl?raw';
import poolSource from './person-pool.glsl?raw';
import {arrangePerson, groupsOf} from './person-weights.ts';

/** The network that finds persons, as passes of our own. Whoever creates them disposes them. */
export type PersonPasses = {
  /** Width and height of picture and mask. */
  side: number;
  /** It is asked for so seldom at most, in milliseconds. */
  restMs: number;
  /** Compiles what is needed, without blocking the page. */
  prepare(wait: (ms: number) => Promise<void>): Promise<void>;
  /**
   * Draws the mask of a picture, 0…1 in each channel.
   *
   * @param picture `side` × `side`, row 0 on top
   * @param before another mask, which counts as `kept` says where nothing is sure
   */
  draw(picture: WebGLTexture, mask: TargetTexture, before: WebGLTexture, kept: number): void;
  /** Frees everything; may be called twice. */
  dispose(): void;
};

/** How the shaders number activations. */
const ACTIVATIONS: Record<Activation, number> = {none: 0, relu: 1, hardSwish: 2, sigmoid: 3};

/** At 60 frames a second, at every third. */
const REST_MS = 45;

/** Texels of weights in a row. */
const WEIGHTS_WIDTH = 256;

/** Groups that a gate has at most. */
const MOST_GROUPS = 32;

const DEFINES = {
  WEIGHTS_WIDTH,
  MOST_GROUPS,
  RELU: ACTIVATIONS.relu,
  HARD_SWISH: ACTIVATIONS.hardSwish,
  SIGMOID: ACTIVATIONS.sigmoid,
};

/** Texture units, the same in every pass. */
const UNITS = {weights: 0, map: 1, gate: 2, plus: 3, added: 4, before: 5};

type Input = keyof typeof UNITS;

/** Makes the passes in this context; they start to compile. */
export function createPersonPasses(
  gl: WebGL2RenderingContext,
  network: PersonNetwork,
): PersonPasses {
  const plan = planPerson(network);
  const programs = createProgramSet(gl);
  // Half floats are a fiftieth off where nothing is sure, and the network is small.
  const {statistics} = floatFormats(gl, 'half');
  const vertices = gl.createVertexArray();
  const arranged = arrangePerson(plan, network.weights);
  const weights = storeWeights(gl, arranged.texels);

  const uses = plan.passes.map((pass) => ({
    reads: personMapsRead(pass),
    draws: pass.kind === 'mask' ? undefined : pass.output,
  }));
  const {storageOf, firsts} = shareStorage(uses, (map) => JSON.stringify(storageSizeOf(map)));
  const targets = firsts.map((map) => createTarget(gl, statistics, storageSizeOf(map)));
  let picture: WebGLTexture | undefined;
  const steps = plan.passes.map(stepOf);

  function mapOf(number: number) {
    const map = plan.maps.get(number);
    if (!map) throw new Error(`Expected a map ${number} in the plan, but there is none.`);
    return map;
  }

  function kindOf(number: number): PersonPass['kind'] | undefined {
    return plan.passes.find(({output}) => output === number)?.kind;
  }

  function storageSizeOf(number: number) {
    const {side, channels} = mapOf(number);
    const groups = groupsOf(channels);
    const kind = kindOf(number);
    if (kind === 'pool') return {width: groups, height: side};
    if (kind === 'gate') return {width: groups, height: 1};
    return {width: side, height: side * groups};
  }

  function targetOf(number: number): TargetTexture {
    const target = targets[storageOf.get(number) ?? -1];
    if (!target) throw new Error(`Expected a texture for map ${number}, but there is none.`);
    return target;
  }

  function textureOf(number: number): WebGLTexture {
    if (number !== 0) return targetOf(number).texture;
    if (!picture) throw new Error('Expected a picture to look at, but there is none.');
    return picture;
  }

  function programOf(pass: PersonPass): ShaderProgram {
    const defines = {
      ...DEFINES,
      GATED: pass.input.gate !== undefined,
      PLUS: pass.input.plus !== undefined,
    };
    switch (pass.kind) {
      case 'conv':
      case 'depthwise': {
        const own = {
          SIDE: sideOf(pass.weights),
          DEPTHWISE: pass.kind === 'depthwise',
          ADDED: pass.added !== undefined,
        };
        return programs.programOf(shaderText({...defines, ...own}, [mapSource, convSource]));
      }
      case 'pool':
        return programs.programOf(shaderText(defines, [mapSource, poolSource]));
      case 'gate':
        return programs.programOf(shaderText(defines, [mapSource, gateSource]));
      case 'double':
        return programs.programOf(shaderText(defines, [mapSource, doubleSource]));
      case 'mask':
        return programs.programOf(shaderText(defines, [mapSource, keepSource, maskSource]));
    }
  }

  function sideOf(name: string): number {
    return network.weights.get(`${name}/kernel`)?.shape[0] ?? 1;
  }

  /** Whole numbers that a pass's shader wants. */
  function numbersOf(pass: PersonPass): Record<string, number> {
    const {side: inputSide, channels} = mapOf(pass.input.map);
    const {side: outputSide} = mapOf(pass.output);
    const common = {inputSide, outputSide, inputGroups: groupsOf(channels)};
    switch (pass.kind) {
      case 'conv':
      case 'depthwise': {
        const padding = (outputSide - 1) * pass.stride + sideOf(pass.weights) - inputSide;
        return {
          ...common,
          firstWeight: arranged.firstOf(pass.weights),
          stride: pass.stride,
          before: Math.max(0, padding) >> 1,
          activation: ACTIVATIONS[pass.activation],
        };
      }
      case 'gate': {
        const [first, second] = pass.layers;
        const last = second ?? first;
        if (!first || !last) throw new Error('Expected a gate of a layer or two.');
        const hidden = second ? (network.weights.get(`${first.weights}/bias`)?.shape[0] ?? 0) : 0;
        return {
          ...common,
          hiddenGroups: groupsOf(hidden),
          firstHidden: arranged.firstOf(first.weights),
          firstWeight: arranged.firstOf(last.weights),
          hiddenActivation: ACTIVATIONS[first.activation],
          activation: ACTIVATIONS[last.activation],
        };
      }
      case 'mask':
        return {
          ...common,
          firstWeight: arranged.firstOf(pass.weights),
          activation: ACTIVATIONS.sigmoid,
        };
      default:
        return common;
    }
  }

  /** What a pass does for a picture: what does not change with that is found out once. */
  function stepOf(pass: PersonPass) {
    const shader = programOf(pass);
    const numbers = Object.entries(numbersOf(pass));
    const {map, gate, plus} = pass.input;
    const read = {map, gate, plus, added: 'added' in pass ? pass.added : undefined};
    const inputs = Object.entries(read).flatMap(([name, number]) =>
      number === undefined ? [] : [[name as Input, number] as const],
    );
    return (target: TargetTexture | undefined, before: WebGLTexture, kept: number) => {
      gl.useProgram(shader.program);
      bind(shader, 'weights', weights);
      for (const [name, number] of inputs) bind(shader, name, textureOf(number));
      for (const [name, number] of numbers) gl.uniform1i(shader.uniform(name), number);
      if (target) {
        bind(shader, 'before', before);
        gl.uniform1f(shader.uniform('kept'), kept);
      }
      drawTo(gl, target ?? targetOf(pass.output));
    };
  }

  function bind(shader: ShaderProgram, name: Input, texture: WebGLTexture) {
    gl.activeTexture(gl.TEXTURE0 + UNITS[name]);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.uniform1i(shader.uniform(name), UNITS[name]);
  }

  return {
    side: network.side,
    restMs: REST_MS,
    prepare: (wait) => programs.finished(wait),
    draw(ofPicture, mask, before, kept) {
      picture = ofPicture;
      gl.bindVertexArray(vertices);
      const last = steps.length - 1;
      steps.forEach((step, index) => {
        step(index === last ? mask : undefined, before, kept);
      });
      gl.bindVertexArray(null);
    },
    dispose() {
      for (const target of targets) target.dispose();
      programs.dispose();
      gl.deleteTexture(weights);
      gl.deleteVertexArray(vertices);
    },
  };
}

/** All weights are half floats where they come from, so nothing is lost. */
function storeWeights(gl: WebGL2RenderingContext, texels: Float32Array): WebGLTexture {
  const height = Math.ceil(texels.length / 4 / WEIGHTS_WIDTH);
  const values = new Float32Array(4 * WEIGHTS_WIDTH * height);
  values.set(texels);
  const texture = createNearestTexture(gl, gl.TEXTURE_2D);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA16F, WEIGHTS_WIDTH, height);
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, WEIGHTS_WIDTH, height, gl.RGBA, gl.FLOAT, values);
  return texture;
}
