import {expect, it} from 'vitest';
import {LADDER, SizeLadder, workingSize} from '../../../src/live/pace/size-ladder.ts';
import {randomNumbers} from '../../random-numbers.ts';

/** Milliseconds between the frames of a camera. */
const INTERVAL_MS = 1000 / 30;
/** More frames than the ladder averages before it decides. */
const A_WHILE = 100;

/** Feeds `frames` frames of a machine to a ladder; gives the sizes it moved to. */
function run(ladder: SizeLadder, frames: number, frameMs: (shortSide: number) => number): number[] {
  const moves: number[] = [];
  let before = ladder.shortSide;
  for (let frame = 0; frame < frames; frame++) {
    const moved = ladder.observe(frameMs(before), INTERVAL_MS);
    if (moved !== (ladder.shortSide !== before))
      throw new Error('Expected observe to tell a move.');
    if (moved) moves.push(ladder.shortSide);
    before = ladder.shortSide;
  }
  expect(LADDER).toEqual(expect.arrayContaining(moves));
  return moves;
}

it('tells whether it needs more frames to decide', () => {
  const ladder = new SizeLadder(LADDER[0]);
  expect(ladder.deciding).toBe(false);
  ladder.observe(1000, INTERVAL_MS);
  expect(ladder.deciding).toBe(true);
  run(ladder, 7, () => 1000);
  expect(ladder.deciding).toBe(false);
});

it('has rungs of multiples of 16 from 144 to 720', () => {
  expect([LADDER[0], LADDER.at(-1)]).toEqual([144, 720]);
  for (const side of LADDER) expect(side % 16).toBe(0);
  expect([...LADDER].sort((a, b) => a - b)).toEqual([...LADDER]);
});

it.each([
  [{width: 1280, height: 720}, 256, {width: 448, height: 256}],
  [{width: 720, height: 1280}, 256, {width: 256, height: 448}],
  [{width: 640, height: 480}, 144, {width: 192, height: 144}],
  [{width: 100, height: 100}, 100, {width: 96, height: 96}],
  [{width: 12_000, height: 40}, 144, {width: 432, height: 144}],
  [{width: 40, height: 12_000}, 144, {width: 144, height: 432}],
  [{width: 1, height: 1}, 1, {width: 16, height: 16}],
])('works on %o at a short side of %i in %o', (frame, shortSide, size) => {
  expect(workingSize(frame, shortSide)).toEqual(size);
});

it('keeps the aspect of any frame within 1:3 as nearly as multiples of 16 allow', () => {
  const random = randomNumbers(1);
  for (let trial = 0; trial < 500; trial++) {
    const frame = {width: 1 + random() * 4000, height: 1 + random() * 4000};
    const shortSide = LADDER[Math.floor(random() * LADDER.length)]!;
    const {width, height} = workingSize(frame, shortSide);
    const aspect = Math.min(3, Math.max(1 / 3, frame.width / frame.height));

    expect([width % 16, height % 16, Math.min(width, height)]).toEqual([0, 0, shortSide]);
    const longSide = shortSide * Math.max(aspect, 1 / aspect);
    expect(Math.abs(Math.max(width, height) - longSide)).toBeLessThan(8.001);
  }
});

it.each([
  [700, 576],
  [144, 144],
  [10, 144],
  [5000, 720],
])('starts for %i px on the rung of %i px', (start, shortSide) => {
  expect(new SizeLadder(start).shortSide).toBe(shortSide);
});

it('climbs to the top on a fast machine', () => {
  const ladder = new SizeLadder(144);
  run(ladder, A_WHILE, () => 0.5);

  expect(ladder.shortSide).toBe(720);
});

it('climbs in one step to the rung that fits', () => {
  const ladder = new SizeLadder(144);
  const moves = run(ladder, A_WHILE, (side) => 14 * (side / 384) ** 2);

  expect(moves).toEqual([384]);
});

it('descends in one step to the rung that fits, and rests there', () => {
  const ladder = new SizeLadder(720);
  const moves = run(ladder, A_WHILE, (side) => 25 * (side / 256) ** 2);

  expect(moves).toEqual([256]);
});

it('stays on the lowest rung, however slow the machine is', () => {
  const ladder = new SizeLadder(192);

  expect(run(ladder, A_WHILE, () => 5000)).toEqual([144]);
});

it('does not move for a single slow frame', () => {
  const ladder = new SizeLadder(384);
  let frame = 0;

  expect(run(ladder, A_WHILE, () => (frame++ % 8 === 0 ? 400 : 20))).toEqual([]);
});

it.each([...LADDER])('never moves from %i px at a time between its thresholds', (side) => {
  const budget = 0.85 * INTERVAL_MS;
  const next = LADDER[LADDER.indexOf(side) + 1] ?? Infinity;
  const climbsBelow = 0.7 * budget * (side / next) ** 2;
  for (const frameMs of [climbsBelow + 0.01, (climbsBelow + budget) / 2, budget - 0.01]) {
    expect(run(new SizeLadder(side), A_WHILE, () => frameMs)).toEqual([]);
  }
});

it('tries a climb that does not hold less and less often', () => {
  const ladder = new SizeLadder(144);
  // The time jumps where the textures no longer fit the cache, which the area does not foretell.
  const cliff = (side: number) => (side <= 256 ? 5 : 60);
  const early = run(ladder, 1000, cliff).length;
  run(ladder, 5000, cliff);
  const late = run(ladder, 1000, cliff).length;

  expect(early).toBeGreaterThan(2);
  // Up and down again, once in 512 frames at most.
  expect(late).toBeLessThanOrEqual(4);
});

it.each([0.02, 0.1, 0.3, 1, 3, 10])(
  'finds the size for a machine that needs %f times as long as an ordinary one',
  (slowness) => {
    const random = randomNumbers(3);
    const mean = (side: number) => slowness * (2 + 25 * (side / 384) ** 2);
    const noisy = (side: number) => mean(side) * (0.9 + 0.2 * random());
    const ladder = new SizeLadder(320);
    run(ladder, 1000, noisy);
    const settled = ladder.shortSide;

    expect(run(ladder, 2000, noisy)).toEqual([]);
    expect(settled === 144 || mean(settled) <= INTERVAL_MS).toBe(true);
    const next = LADDER[LADDER.indexOf(settled as (typeof LADDER)[number]) + 1];
    // It leaves no more than one step unused.
    if (next) expect(mean(next)).toBeGreaterThan(0.5 * INTERVAL_MS);
  },
);
