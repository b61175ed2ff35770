import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {type Exam, examSize} from '../../../src/gpu/exam.ts';
import {possibleTunings} from '../../../src/gpu/webgl/choose-tuning.ts';
import {openStartMemory} from '../../../src/gpu/webgl/start-memory.ts';
import type {LoadedNetwork} from '../../../src/network/load-network.ts';
import {plainStyle} from '../../../src/network/plain-style.ts';
import {toyModel} from '../../live/toy-model.ts';

const NETWORK = toyModel();

/** Eight floats that are no numbers, packed. */
const NOT_NUMBERS = `${'/'.repeat(42)}8=`;

/** What is kept, as text: by the name of the GPU. */
let kept: Map<string, string>;
const memory = {
  recall: (gpu: string): unknown => JSON.parse(kept.get(gpu) ?? 'null'),
  keep: (gpu: string, tuning: unknown) => void kept.set(gpu, JSON.stringify(tuning)),
};

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('navigator', {userAgent: 'Browser 1.0'});
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A context of which only the name and the limits are asked. */
function gpu({renderer = 'Some GPU', targets = 8, blockBytes = 65536, unmasked = true} = {}) {
  const values = {
    MAX_DRAW_BUFFERS: targets,
    MAX_UNIFORM_BLOCK_SIZE: blockBytes,
    RENDERER: unmasked ? 'masked' : renderer,
    UNMASKED_RENDERER_WEBGL: renderer,
  };
  const names = Object.fromEntries(Object.keys(values).map((name) => [name, name]));
  return {
    ...names,
    getExtension: () => (unmasked ? names : null),
    getParameter: (name: keyof typeof values) => values[name],
  } as unknown as WebGL2RenderingContext;
}

/** An exam of colours that take eight bits, so that none is lost. */
function examOf({architecture, weights}: LoadedNetwork): Exam {
  const size = examSize(weights);
  const painting = Float32Array.from(
    {length: size.width * size.height * 3},
    (_, index) => (index % 256) / 255,
  );
  return {size, alpha: 0.7, style: plainStyle(architecture), painting};
}

/** Changes what is kept, as somebody else may who writes there. */
function tamper(change: (kept: Record<string, unknown>) => unknown) {
  for (const [name, text] of kept) {
    kept.set(name, JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)));
  }
}

const [USUAL, BLOCKS, NARROW] = possibleTunings(gpu()) as [never, never, never];

describe('what is remembered of a GPU', () => {
  it('is nothing at first, and where nothing can be kept', () => {
    for (const remembered of [memory, undefined]) {
      const start = openStartMemory(gpu(), remembered);
      expect(start.tuning()).toBeUndefined();
      expect(start.exam(NETWORK)).toBeUndefined();
      if (!remembered) start.keep(USUAL, NETWORK, examOf(NETWORK));
    }
  });

  it('is what was kept', () => {
    openStartMemory(gpu(), memory).keep(BLOCKS, NETWORK, examOf(NETWORK));
    const next = openStartMemory(gpu(), memory);

    expect(next.tuning()).toEqual(BLOCKS);
    expect(next.exam(NETWORK)).toEqual(examOf(NETWORK));
  });

  it.each<[string, WebGL2RenderingContext]>([
    ['another GPU', gpu({renderer: 'Other GPU'})],
    ['another GPU that tells its name otherwise', gpu({renderer: 'Other', unmasked: false})],
  ])('is not that of %s', (_, other) => {
    openStartMemory(gpu(), memory).keep(USUAL, NETWORK, examOf(NETWORK));

    expect(openStartMemory(other, memory).tuning()).toBeUndefined();
    expect(openStartMemory(other, memory).exam(NETWORK)).toBeUndefined();
  });

  it('is not that of another version of the browser, which may draw otherwise', () => {
    openStartMemory(gpu(), memory).keep(USUAL, NETWORK, examOf(NETWORK));
    vi.stubGlobal('navigator', {userAgent: 'Browser 1.1'});

    expect(openStartMemory(gpu(), memory).tuning()).toBeUndefined();
  });

  it('is no tuning that the GPU cannot do any more', () => {
    openStartMemory(gpu(), memory).keep(BLOCKS, NETWORK, examOf(NETWORK));

    expect(openStartMemory(gpu({blockBytes: 16384}), memory).tuning()).toBeUndefined();
    openStartMemory(gpu(), memory).keep(USUAL, NETWORK, examOf(NETWORK));
    expect(openStartMemory(gpu({targets: 4}), memory).tuning()).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 7],
    ['a text', 'fast'],
    ['a list', [1, 2]],
    ['empty', {}],
    ['of another format', {format: 0, tuning: USUAL}],
    ['a tuning of another shape', {format: 1, tuning: {targets: 9000}}],
    ['a tuning that is none', {format: 1, tuning: 'wide', exams: 'none'}],
    ['exams that are none', {format: 1, exams: [null, 7, [], ['toy-7'], ['toy-7', null]]}],
  ])('is nothing where what is there is %s, and can be kept anew', (_, value) => {
    openStartMemory(gpu(), memory).keep(USUAL, NETWORK, examOf(NETWORK));
    tamper(() => value);
    const start = openStartMemory(gpu(), memory);
    expect(start.tuning()).toBeUndefined();
    expect(start.exam(NETWORK)).toBeUndefined();
    start.keep(NARROW, NETWORK, examOf(NETWORK));

    expect(start.tuning()).toEqual(NARROW);
    expect(start.exam(NETWORK)).toEqual(examOf(NETWORK));
  });
});

describe('the exam of a network', () => {
  it('is not that of another', () => {
    const start = openStartMemory(gpu(), memory);
    start.keep(USUAL, NETWORK, examOf(NETWORK));

    expect(start.exam(toyModel(8))).toBeUndefined();
  });

  it('is kept beside others, the newest four', () => {
    const start = openStartMemory(gpu(), memory);
    const networks = [1, 2, 3, 4, 5].map((seed) => toyModel(seed));
    for (const network of networks) start.keep(USUAL, network, examOf(network));

    expect(networks.map((network) => start.exam(network) !== undefined)).toEqual([
      ...[false, true, true, true, true],
    ]);
  });

  it('is not kept where its weights have no checksum', () => {
    const start = openStartMemory(gpu(), memory);
    const nameless = {...NETWORK, checksum: ''};
    start.keep(USUAL, nameless, examOf(NETWORK));

    expect(start.exam(nameless)).toBeUndefined();
    expect(start.tuning()).toEqual(USUAL);
  });

  it('takes little room', () => {
    openStartMemory(gpu(), memory).keep(USUAL, NETWORK, examOf(NETWORK));

    expect([...kept.values()].join().length).toBeLessThan(10_000);
  });

  type Packed = Record<string, unknown> & {style: Record<string, string[]>; painting: string};
  it.each<[string, (exam: Packed) => unknown]>([
    ['is cut short', (exam) => ({...exam, painting: exam.painting.slice(8)})],
    ['is no base64', (exam) => ({...exam, painting: '%'})],
    ['is of another network', (exam) => ({...exam, style: {...exam.style, f4: exam.style['f2']}})],
    ['lacks a level', (exam) => ({...exam, style: {}})],
    ['is of another strength', (exam) => ({...exam, alpha: 7})],
    ['has no strength', (exam) => ({...exam, alpha: null})],
    [
      'has numbers that are none',
      (exam) => ({...exam, style: {...exam.style, f2: [NOT_NUMBERS, NOT_NUMBERS]}}),
    ],
  ])('is none that %s', (_, damage) => {
    const start = openStartMemory(gpu(), memory);
    start.keep(USUAL, NETWORK, examOf(NETWORK));
    tamper((all) => {
      const [[name, exam]] = all['exams'] as [[string, Packed]];
      return {...all, exams: [[name, damage(exam)]]};
    });

    expect(start.exam(NETWORK)).toBeUndefined();
    expect(start.tuning()).toEqual(USUAL);
  });
});
