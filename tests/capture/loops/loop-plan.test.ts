import {describe, expect, it} from 'vitest';
import {
  loopLength,
  type LoopManner,
  type LoopStep,
  planLoop,
  stepAt,
} from '../../../src/capture/loops/loop-plan.ts';

/** As a camera gives them that trembles: no two gaps are alike. */
const TREMBLING = [1000, 1066, 1133, 1201, 1266, 1334];

/** Fifteen a second. */
const steady = (count: number) => Array.from({length: count}, (_, place) => (place * 1000) / 15);
const places = (steps: readonly LoopStep[]) => steps.map(({place}) => place);
const durations = (steps: readonly LoopStep[]) => steps.map(({durationMs}) => durationMs);

describe('as it is', () => {
  it('shows each picture until the next, and the last as long as the others on the mean', () => {
    const steps = planLoop(TREMBLING, 'as-it-is');

    expect(places(steps)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(durations(steps)).toEqual([66, 67, 68, 65, 68, 334 / 5]);
  });
});

describe('back and forth', () => {
  it('shows both ends once', () => {
    expect(places(planLoop(TREMBLING, 'back-and-forth'))).toEqual([0, 1, 2, 3, 4, 5, 4, 3, 2, 1]);
    expect(places(planLoop([0, 70], 'back-and-forth'))).toEqual([0, 1]);
  });

  it('takes the same time between the same pictures on both ways', () => {
    const steps = planLoop(TREMBLING, 'back-and-forth');

    expect(durations(steps)).toEqual([66, 67, 68, 65, 68, 68, 65, 68, 67, 66]);
    expect(loopLength(steps)).toBe(2 * 334);
  });
});

describe('flowing', () => {
  it('fades a second of the end into the start, and begins with a whole picture', () => {
    const steps = planLoop(steady(60), 'flowing');

    expect(steps).toHaveLength(45);
    expect(steps[0]).toMatchObject({place: 15, mixed: null});
    expect(steps.filter(({mixed}) => mixed)).toHaveLength(15);
    expect(steps[30]).toMatchObject({place: 45, mixed: {place: 0, share: 1 / 16}});
    expect(steps.at(-1)).toMatchObject({place: 59, mixed: {place: 14, share: 15 / 16}});
  });

  it('shows every picture once', () => {
    const shown = planLoop(steady(60), 'flowing').flatMap(({place, mixed}) =>
      mixed ? [place, mixed.place] : [place],
    );

    expect(shown.toSorted((one, other) => one - other)).toEqual(
      steady(60).map((_, place) => place),
    );
  });

  it('never flows for more than a third', () => {
    const steps = planLoop(steady(10), 'flowing');

    expect(steps).toHaveLength(7);
    expect(steps.filter(({mixed}) => mixed)).toHaveLength(3);
  });

  it('is as it is where two pictures are all there is', () => {
    expect(planLoop([0, 500], 'flowing')).toEqual(planLoop([0, 500], 'as-it-is'));
  });
});

describe('the seam', () => {
  /** Something that wanders off: a loop of it as it is jumps at its end. */
  const pictures = steady(60).map((_, place) => 3 * place + 8 * Math.sin(place / 2));
  const valueOf = ({place, mixed}: LoopStep) => {
    const share = mixed?.share ?? 0;
    return pictures[place]! * (1 - share) + (mixed ? pictures[mixed.place]! * share : 0);
  };

  function jumps(manner: LoopManner) {
    const values = planLoop(steady(60), manner).map(valueOf);
    const all = values.map((value, place) => Math.abs(value - values.at(place - 1)!));
    return {seam: all[0]!, largest: Math.max(...all.slice(1))};
  }

  it('is seen as it is', () => {
    const {seam, largest} = jumps('as-it-is');

    expect(seam).toBeGreaterThan(10 * largest);
  });

  it.each(['back-and-forth', 'flowing'] as const)('is no larger than other steps, %s', (manner) => {
    const {seam, largest} = jumps(manner);

    expect(seam).toBeLessThanOrEqual(largest);
  });
});

describe('stepAt', () => {
  const steps = planLoop([0, 100, 300], 'as-it-is');

  it.each([
    [0, 0],
    [99, 0],
    [100, 1],
    [299, 1],
    [300, 2],
    [449, 2],
    [450, 0],
    [4600, 1],
  ])('at %s ms shows picture %s', (timeMs, place) => {
    expect(stepAt(steps, timeMs)?.place).toBe(place);
  });

  it('knows of none in an empty loop', () => {
    expect(stepAt([], 0)).toBeUndefined();
  });
});
