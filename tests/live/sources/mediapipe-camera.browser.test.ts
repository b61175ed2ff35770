import {afterEach, beforeEach, expect, it, type Mock, vi} from 'vitest';
import {
  type DrivenCamera,
  startMediaPipeCamera,
} from '../../../src/live/sources/mediapipe-camera.ts';
import {createDeferred} from '../deferred.ts';
import {displayFrames} from '../display-frames.ts';

const SIZE = {width: 320, height: 240};
/** Frames of the display in which a loop that still ran would show. */
const SOME_FRAMES = 10;

const browserAlert = window.alert.bind(window);
let alert: Mock<() => void>;
let video: HTMLVideoElement;
let onFrame: Mock<() => void>;
let opened: DrivenCamera[];

beforeEach(() => {
  alert = vi.fn<() => void>();
  window.alert = alert;
  // The library tells its errors there too.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  video = document.createElement('video');
  video.muted = true;
  onFrame = vi.fn<() => void>();
  opened = [];
});

afterEach(() => {
  for (const camera of opened) camera.stop();
  vi.restoreAllMocks();
  window.alert = browserAlert;
});

it('plays the camera and tells of its frames', async () => {
  const {stream} = await start();
  await frames(3);

  expect(video.srcObject).toBe(stream);
  expect(video.paused).toBe(false);
  expect(video.videoWidth).toBeGreaterThan(0);
});

it('asks for the facing and size given', async () => {
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  await start();

  expect(ask).toHaveBeenCalledExactlyOnceWith({video: {facingMode: 'user', ...SIZE}});
});

it('throws what the browser says and never alerts', async () => {
  const refusal = new DOMException('Denied by the test.', 'NotAllowedError');
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(refusal);

  await expect(start()).rejects.toBe(refusal);
  expect(alert).not.toHaveBeenCalled();
  expect(window.alert).toBe(alert);
});

it('gives alert back after two starts at once', async () => {
  const refusals = [createDeferred<never>(), createDeferred<never>()];
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  for (const {promise} of refusals) ask.mockReturnValueOnce(promise);
  const starts = [start(), start()].map((starting) => starting.catch((error: unknown) => error));
  await vi.waitFor(() => {
    expect(ask).toHaveBeenCalledTimes(2);
  });
  for (const [index, {reject}] of refusals.entries()) {
    reject(new DOMException('Denied by the test.', 'NotAllowedError'));
    await starts[index];
  }

  expect(alert).not.toHaveBeenCalled();
  expect(window.alert).toBe(alert);
});

it('goes on after a listener has thrown', async () => {
  onFrame.mockImplementation(() => {
    throw new Error('Broken by the test.');
  });
  await start();

  await frames(3);
});

it('survives a video that refuses to play', async () => {
  let played = false;
  // No mock: it would look at the promise, and so handle the rejection.
  video.play = () => {
    played = true;
    return Promise.reject(new DOMException('Not now.', 'NotAllowedError'));
  };
  await start();
  await vi.waitFor(() => {
    expect(played).toBe(true);
  });
  // An unhandled rejection would fail the run.
  await displayFrames(SOME_FRAMES);
});

it('ends tracks, frames and the loop of the library at stop, and clears the video', async () => {
  const {stream, stop} = await start();
  await frames(2);
  const requested = countRequestedFrames();
  stop();
  expect(stream.getTracks().map(({readyState}) => readyState)).toEqual(['ended']);
  expect(video.srcObject).toBeNull();
  await displayFrames(SOME_FRAMES);
  const calls = onFrame.mock.calls.length;
  const atRest = requested();
  await displayFrames(SOME_FRAMES);

  expect(onFrame).toHaveBeenCalledTimes(calls);
  expect(requested()).toBe(atRest);
  // The frame the loop waited for at the stop is the last one.
  expect(atRest).toBeLessThanOrEqual(1);
});

it('tells of no frame from the moment of the stop', async () => {
  const {stop} = await start();
  await frames(1);
  stop();
  const calls = onFrame.mock.calls.length;
  await displayFrames(SOME_FRAMES);

  expect(onFrame).toHaveBeenCalledTimes(calls);
});

it('may be stopped twice, also after another camera took the video', async () => {
  const {stop} = await start();
  stop();
  const next = await start();
  stop();

  expect(video.srcObject).toBe(next.stream);
});

it('runs one loop, not two, when started again', async () => {
  for (let visit = 0; visit < 3; visit++) {
    const {stop} = await start();
    await frames(1);
    if (visit < 2) stop();
  }
  const requested = countRequestedFrames();
  await displayFrames(SOME_FRAMES);

  expect(requested()).toBeGreaterThan(0);
  expect(requested()).toBeLessThanOrEqual(SOME_FRAMES + 1);
});

it('never starts its loop when stopped before there is a picture', async () => {
  const requested = countRequestedFrames();
  const {stop} = await start();
  expect(video.readyState).toBe(video.HAVE_NOTHING);
  stop();
  // As when the browser had already queued it.
  video.dispatchEvent(new Event('loadedmetadata'));
  await displayFrames(SOME_FRAMES);

  expect(requested()).toBe(0);
  expect(onFrame).not.toHaveBeenCalled();
  expect(video.srcObject).toBeNull();
});

async function start(): Promise<DrivenCamera> {
  const camera = await startMediaPipeCamera(video, 'user', SIZE, onFrame);
  opened.push(camera);
  return camera;
}

/** Waits for `count` more frames. */
async function frames(count: number) {
  const wanted = onFrame.mock.calls.length + count;
  await vi.waitFor(
    () => {
      expect(onFrame.mock.calls.length).toBeGreaterThanOrEqual(wanted);
    },
    {timeout: 20_000},
  );
}

/** Counts the frames requested from now on by anyone but the test. */
function countRequestedFrames(): () => number {
  const request = vi.spyOn(window, 'requestAnimationFrame');
  return () => request.mock.calls.length;
}
