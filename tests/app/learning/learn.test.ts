import {beforeEach, describe, expect, it, type Mock, vi} from 'vitest';
import {learn, type LearningProgress, type LearnParts} from '../../../src/app/learning/learn.ts';
import {ContextLostError} from '../../../src/gpu/context-lost-error.ts';
import type {Brush} from '../../../src/network/brush.ts';
import {FitFailedError, type Fitter, type KeptFit} from '../../../src/network/fitting/fitter.ts';

const STEPS = 25;
const STEP_MS = 250;
const TERMS = {target: 1, style: 1, steady: 0, overshoot: 0};

let timeMs: number;
/** Steps of the brushes that were shown, and of the fits that were kept. */
let shown: number[];
let kept: number[];
let progress: LearningProgress[];
/** Called before each step is done, with the steps before it. */
let onStep: (steps: number) => void;
let opened: Mock<(start: KeptFit | undefined) => void>;
let open: number;
let parts: LearnParts;

beforeEach(() => {
  timeMs = 0;
  [shown, kept, progress] = [[], [], []];
  onStep = () => {};
  opened = vi.fn();
  open = 0;
  parts = {
    openFitter: (start) => Promise.resolve(fakeFitter(start)),
    steps: STEPS,
    start: undefined,
    keep: (fit) => Promise.resolve(void kept.push(fit.steps)),
    show: (brush) => shown.push(stepsOf(brush)),
    onProgress: (each) => progress.push(each),
    ready: () => Promise.resolve(),
    now: () => timeMs,
  };
});

describe('learning', () => {
  it('shows and keeps what is learnt every ten steps, and in the end', async () => {
    expect(await run()).toBe('learnt');
    expect(shown).toEqual([10, 20, 25]);
    expect(kept).toEqual([10, 20, 25]);
    expect(open).toBe(0);
  });

  it('tells how far it is, and what it still takes', async () => {
    await run();

    expect(progress).toHaveLength(STEPS);
    expect(progress[0]!.secondsLeft).toBeUndefined();
    expect(progress[4]).toEqual({share: 0.2, secondsLeft: 5});
    expect(progress.at(-1)).toEqual({share: 1, secondsLeft: 0});
  });

  it('goes on where an earlier fit was', async () => {
    parts.start = fitOf(18);

    expect(await run()).toBe('learnt');
    expect(shown).toEqual([20, 25]);
    expect(progress[0]!.share).toBeCloseTo(19 / 25);
  });

  it('that was at its end already has nothing to do', async () => {
    parts.start = fitOf(STEPS);

    expect(await run()).toBe('learnt');
    expect(shown).toEqual([]);
  });

  it('waits while something stands in the way', async () => {
    const waits: number[] = [];
    parts.ready = () => Promise.resolve(void waits.push(progress.length));
    await run();

    expect(waits).toEqual(Array.from({length: STEPS}, (_, step) => step));
  });
});

describe('stopped', () => {
  it.each([0, 1, 9, 10, 14])('in the middle of step %d, keeps what is whole', async (at) => {
    const stop = new AbortController();
    onStep = (steps) => {
      if (steps === at) stop.abort(new Error('enough'));
    };

    expect(await run(stop.signal)).toBe('stopped');
    expect(shown.at(-1) ?? 0).toBe(at);
    expect(open).toBe(0);
  });

  it('while it waits, takes no step more', async () => {
    const stop = new AbortController();
    parts.ready = () => {
      if (progress.length === 3) stop.abort();
      return Promise.resolve();
    };

    expect(await run(stop.signal)).toBe('stopped');
    expect(shown).toEqual([3]);
  });
});

describe('where something goes wrong', () => {
  it('a lost GPU costs no more than the steps since the last look', async () => {
    let left = 2;
    onStep = (steps) => {
      if (steps === 13 && left-- > 0) throw new ContextLostError();
    };

    expect(await run()).toBe('learnt');
    expect(opened.mock.calls.map(([start]) => start?.steps)).toEqual([undefined, 10, 10]);
    expect(open).toBe(0);
  });

  it('a GPU that goes away again and again is told', async () => {
    onStep = (steps) => {
      if (steps === 13) throw new ContextLostError();
    };

    await expect(run()).rejects.toThrow(ContextLostError);
    expect(shown).toEqual([10]);
    expect(open).toBe(0);
  });

  it('numbers that are none are told, and what was shown stays', async () => {
    onStep = (steps) => {
      if (steps === 13) throw new FitFailedError('none');
    };

    await expect(run()).rejects.toThrow(FitFailedError);
    expect(shown).toEqual([10]);
    expect(open).toBe(0);
  });

  it('a full disk does not keep it from learning', async () => {
    parts.keep = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

    expect(await run()).toBe('learnt');
    expect(shown).toEqual([10, 20, 25]);
  });
});

function run(signal = new AbortController().signal) {
  return learn(parts, signal);
}

/** A fitter whose brush is the number of its steps. */
function fakeFitter(start: KeptFit | undefined): Fitter {
  opened(start);
  open++;
  let steps = start?.steps ?? 0;
  return {
    get steps() {
      return steps;
    },
    async step(turn) {
      timeMs += STEP_MS;
      onStep(steps);
      await turn?.(STEP_MS);
      steps++;
      return TERMS;
    },
    read: () => Promise.resolve(fitOf(steps)),
    dispose: () => void open--,
  };
}

function fitOf(steps: number): KeptFit {
  const brush: Brush = new Map([['steps', {shape: [1], values: Float32Array.of(steps)}]]);
  return {recipe: 'toy', steps, brush, first: new Map(), second: new Map()};
}

function stepsOf(brush: Brush): number {
  return brush.get('steps')!.values[0]!;
}
