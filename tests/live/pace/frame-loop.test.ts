import {beforeEach, expect, it, type Mock, vi} from 'vitest';
import {FrameLoop} from '../../../src/live/pace/frame-loop.ts';
import {createDeferred, type Deferred} from '../deferred.ts';

/** What is on the stage; the loop paints whatever stands here. */
let look: string;
let painted: string[];
/** Settle what the GPU is working on, oldest first. */
let inFlight: Deferred<boolean>[];
let time: number;
let onFinished: Mock<(frameMs: number) => void>;
let onError: Mock<(error: unknown) => void>;
let paint: () => boolean;
let loop: FrameLoop;

beforeEach(() => {
  look = 'first';
  painted = [];
  inFlight = [];
  time = 0;
  onFinished = vi.fn<(frameMs: number) => void>();
  onError = vi.fn<(error: unknown) => void>();
  paint = () => {
    painted.push(look);
    return true;
  };
  loop = new FrameLoop({
    paint: () => paint(),
    finished: () => {
      const frame = createDeferred<boolean>();
      inFlight.push(frame);
      return frame.promise;
    },
    now: () => time,
    onFinished,
    onError,
  });
  loop.start();
});

it('paints a request at once', () => {
  loop.request();

  expect(painted).toEqual(['first']);
});

it('has one frame in flight', async () => {
  loop.request();
  loop.request();
  loop.request();
  await settle();

  expect(inFlight).toHaveLength(1);
  expect(painted).toHaveLength(1);
});

it('drops the frames that came too late instead of queueing them', async () => {
  loop.request();
  for (let late = 0; late < 10; late++) loop.request();
  await finishFrame();
  await finishFrame();

  expect(painted).toHaveLength(2);
  expect(inFlight).toHaveLength(0);
});

it('paints the newest look after the frame in flight', async () => {
  loop.request();
  look = 'second';
  loop.request();
  look = 'third';
  loop.request();
  await finishFrame();

  expect(painted).toEqual(['first', 'third']);
});

it('tells how long each frame took', async () => {
  loop.request();
  time = 12;
  await finishFrame();

  expect(onFinished.mock.calls).toEqual([[12]]);
});

it('waits for no fence when there was nothing to paint', async () => {
  paint = () => false;
  loop.request();
  await settle();

  expect(inFlight).toHaveLength(0);
  expect(onFinished).not.toHaveBeenCalled();
});

it('paints nothing before start', () => {
  const idle = new FrameLoop({
    paint: () => paint(),
    finished: () => Promise.resolve(true),
    now: () => 0,
    onFinished,
    onError,
  });
  idle.request();

  expect(painted).toEqual([]);
});

it('paints nothing after stop, not even what was asked for before', async () => {
  loop.request();
  loop.request();
  loop.stop();
  await finishFrame();
  loop.request();
  await settle();

  expect(painted).toEqual(['first']);
});

it('paints again when started again', async () => {
  loop.stop();
  loop.start();
  loop.request();
  await settle();

  expect(painted).toEqual(['first']);
});

it('counts no frame of a GPU that went away, and goes on', async () => {
  loop.request();
  await finishFrame(false);
  expect(onFinished).not.toHaveBeenCalled();
  loop.request();
  await finishFrame();

  expect(onFinished).toHaveBeenCalledOnce();
  expect(onError).not.toHaveBeenCalled();
});

it.each(['painting', 'the GPU'])('goes on after an error of %s', async (where) => {
  const error = new Error('Broken by the test.');
  if (where === 'painting') {
    const whole = paint;
    paint = () => {
      paint = whole;
      throw error;
    };
    loop.request();
  } else {
    loop.request();
    inFlight.shift()!.reject(error);
  }
  await settle();
  loop.request();
  await finishFrame();

  expect(onError.mock.calls).toEqual([[error]]);
  expect(painted.at(-1)).toBe('first');
  expect(onFinished).toHaveBeenCalledOnce();
});

async function finishFrame(there = true) {
  inFlight.shift()!.resolve(there);
  await settle();
}

/** Lets everything run that waits for nothing but its turn. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
