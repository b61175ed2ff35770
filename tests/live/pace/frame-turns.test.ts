import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {FrameLoop} from '../../../src/live/pace/frame-loop.ts';
import {FrameTurns} from '../../../src/live/pace/frame-turns.ts';

/** How long the picture is watched, in milliseconds. */
const WATCHED_MS = 20_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  // Of the source, a frame, and a piece of work, in milliseconds.
  [33, 10, 5],
  [33, 10, 25],
  [33, 30, 80],
  [16, 12, 12],
  [16, 15, 400],
  [33, 120, 60],
  [33, 120, 700],
])(
  'leaves the picture half its rate: frames every %d ms, of %d ms, work of %d ms',
  async (...times) => {
    const alone = await framesOf(...times, {works: false});
    const shared = await framesOf(...times, {works: true});

    expect(shared.frames).toBeGreaterThanOrEqual(0.5 * alone.frames - 1);
    // The work goes on, too: with a third of the time at least, where a frame leaves it.
    expect(shared.workedMs).toBeGreaterThan(
      WATCHED_MS * Math.min(0.3, times[2] / (times[1] + 100)),
    );
  },
);

it('goes on where the picture stands still', async () => {
  const loop = {start: vi.fn(), stop: vi.fn(), request: vi.fn()};
  const turns = new FrameTurns({loop, wait});
  const given = turns.give(30);
  await vi.advanceTimersByTimeAsync(29);
  expect(loop.stop).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(102);
  await given;

  expect(loop.stop).toHaveBeenCalledOnce();
});

it('lets frames go in the end', () => {
  const loop = {start: vi.fn(), stop: vi.fn(), request: vi.fn()};
  const turns = new FrameTurns({loop, wait});
  turns.begin();
  turns.end();

  expect(loop.stop.mock.invocationCallOrder[0]).toBeLessThan(
    loop.start.mock.invocationCallOrder[0]!,
  );
  expect(loop.request).toHaveBeenCalledOnce();
});

/** What is painted, and how long other work had the GPU, while a picture is watched. */
async function framesOf(
  intervalMs: number,
  frameMs: number,
  pieceMs: number,
  {works}: {works: boolean},
): Promise<{frames: number; workedMs: number}> {
  let [frames, workedMs, watched] = [0, 0, true];
  const loop = new FrameLoop({
    paint: () => watched,
    finished: () => wait(frameMs).then(() => true),
    now: Date.now,
    onFinished() {
      frames++;
      turns.frameFinished();
    },
    onError: (error) => {
      throw error;
    },
  });
  const turns = new FrameTurns({loop, wait});
  loop.start();
  const source = setInterval(() => loop.request(), intervalMs);
  const work = async () => {
    turns.begin();
    while (watched) {
      await wait(pieceMs);
      workedMs += pieceMs;
      await turns.give(pieceMs);
    }
    turns.end();
  };
  if (works) void work();
  await vi.advanceTimersByTimeAsync(WATCHED_MS);
  const counted = {frames, workedMs};
  watched = false;
  clearInterval(source);
  await vi.advanceTimersByTimeAsync(5000);
  return counted;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
