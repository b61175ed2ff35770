import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {
  type CameraRequest,
  type CameraSource,
  openCamera,
} from '../../../src/live/sources/camera-source.ts';
import type {SourceHealth} from '../../../src/live/sources/frame-source.ts';
import {SourceError, type SourceProblem} from '../../../src/live/sources/source-error.ts';
import {displayFrames} from '../display-frames.ts';

let opened: CameraSource[];

beforeEach(() => {
  opened = [];
  // MediaPipe's library tells there what it throws.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  for (const camera of opened) camera.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe.each([
  ['the default camera', ''],
  ['a chosen camera', 'some-id'],
])('%s', (_, cameraId) => {
  it('gives frames and their size', async () => {
    const camera = await open({cameraId});
    await framesOf(camera, 3);

    const {width, height} = camera.size();
    const video = camera.frame(0).image as HTMLVideoElement;
    expect([width, height]).toEqual([video.videoWidth, video.videoHeight]);
    expect(width).toBeGreaterThan(0);
    expect(camera).toMatchObject({kind: 'camera', facing: 'user', facesPerson: true});
    expect(camera.title).not.toBe('');
    expect(camera.cameraId).not.toBe('');
  });

  it('ends its tracks at close, which may be called twice', async () => {
    const camera = await open({cameraId});
    const track = trackOf(camera);
    const listener = vi.fn();
    camera.onFrame(listener);
    camera.close();
    camera.close();
    await displayFrames(3);

    expect(track.readyState).toBe('ended');
    expect((camera.frame(0).image as HTMLVideoElement).srcObject).toBeNull();
    expect(listener).not.toHaveBeenCalled();
  });

  it.each<[string, SourceProblem]>([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'in-use'],
    ['AbortError', 'in-use'],
    ['InvalidStateError', 'unsupported'],
    ['NotSupportedError', 'unsupported'],
  ])('says of %s that it is %s', async (name, problem) => {
    const cause = new DOMException('Refused by the test.', name);
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(cause);

    const error = await openingError({cameraId});
    expect(error).toMatchObject({problem, cause});
  });

  it('says of a TypeError that it is unsupported', async () => {
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new TypeError());

    expect(await openingError({cameraId})).toMatchObject({problem: 'unsupported'});
  });

  it('says in-use of a camera that gives no frame in ten seconds, and lets go of it', async () => {
    const track = new MediaStreamTrackGenerator({kind: 'video'});
    const ask = vi
      .spyOn(navigator.mediaDevices, 'getUserMedia')
      .mockResolvedValue(new MediaStream([track]));
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    const opening = openingError({cameraId});
    while (vi.getTimerCount() === 0) await displayFrames(1);
    expect(ask).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(10_000);

    expect(await opening).toMatchObject({problem: 'in-use'});
    expect(track.readyState).toBe('ended');
  });

  it('says missing of a stream without a picture, and lets go of it', async () => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const stream = await ask({audio: true});
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);

    expect(await openingError({cameraId})).toMatchObject({problem: 'missing'});
    expect(stream.getTracks().map(({readyState}) => readyState)).toEqual(['ended']);
  });

  it('tells once that the camera went away', async () => {
    const camera = await open({cameraId});
    const told = healthOf(camera);
    const track = trackOf(camera);
    track.dispatchEvent(new Event('ended'));
    track.dispatchEvent(new Event('ended'));

    expect(told).toEqual(['ended']);
  });

  it('does not tell of the end after close', async () => {
    const camera = await open({cameraId});
    const told = healthOf(camera);
    const track = trackOf(camera);
    camera.close();
    track.dispatchEvent(new Event('ended'));

    expect(told).toEqual([]);
  });

  it.each([0, 5, 50])('says missing of one that goes away %i ms after it was given', async (ms) => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async (wanted) => {
      const stream = await ask(wanted);
      setTimeout(() => {
        for (const track of stream.getTracks()) {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
      }, ms);
      return stream;
    });
    // One that lasts until its first frame is told of by its health.
    const outcome = await open({cameraId}).then(healthOf, (error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, ms));

    if (outcome instanceof SourceError) expect(outcome).toMatchObject({problem: 'missing'});
    else expect(outcome).toEqual(['ended']);
  });

  it('tells that it is muted, and when it is back', async () => {
    const camera = await open({cameraId});
    const told = healthOf(camera);
    const track = trackOf(camera);
    const muted = vi.spyOn(track, 'muted', 'get').mockReturnValue(true);
    track.dispatchEvent(new Event('mute'));
    expect(told).toEqual(['muted']);

    muted.mockReturnValue(false);
    track.dispatchEvent(new Event('unmute'));
    expect(told).toEqual(['muted', 'live']);
  });
});

it('asks for the chosen camera and takes another one where it is gone', async () => {
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  const camera = await open({cameraId: 'gone'});

  expect(ask.mock.calls[0]?.[0]).toMatchObject({video: {deviceId: {ideal: 'gone'}}});
  expect(camera.cameraId).not.toBe('gone');
});

it('does not mirror a camera that looks away from the person', async () => {
  vi.spyOn(MediaStreamTrack.prototype, 'getSettings').mockReturnValue({facingMode: 'environment'});
  const camera = await open({facing: 'environment'});

  expect(camera).toMatchObject({facing: 'environment', facesPerson: false});
});

it('gives frames where the browser cannot tell of them', async () => {
  const {prototype} = HTMLVideoElement;
  const request = Object.getOwnPropertyDescriptor(prototype, 'requestVideoFrameCallback')!;
  Reflect.deleteProperty(prototype, 'requestVideoFrameCallback');
  try {
    const camera = await open();
    await framesOf(camera, 3);
  } finally {
    Object.defineProperty(prototype, 'requestVideoFrameCallback', request);
  }
});

it('says insecure where browsers offer no camera', async () => {
  vi.stubGlobal('isSecureContext', false);

  expect(await openingError()).toMatchObject({problem: 'insecure'});
});

it('says unsupported where the browser has no camera access', async () => {
  vi.spyOn(navigator, 'mediaDevices', 'get').mockReturnValue(undefined as unknown as MediaDevices);

  expect(await openingError()).toMatchObject({problem: 'unsupported'});
});

async function open(change: Partial<CameraRequest> = {}): Promise<CameraSource> {
  const camera = await openCamera({cameraId: '', facing: 'user', ...change});
  opened.push(camera);
  return camera;
}

async function openingError(change: Partial<CameraRequest> = {}): Promise<SourceError> {
  const error: unknown = await open(change).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SourceError);
  return error as SourceError;
}

function trackOf(camera: CameraSource): MediaStreamTrack {
  return (
    (camera.frame(0).image as HTMLVideoElement).srcObject as MediaStream
  ).getVideoTracks()[0]!;
}

/** What is told of a camera's health, from now on. */
function healthOf(camera: CameraSource): SourceHealth[] {
  const told: SourceHealth[] = [];
  camera.onHealth((health) => told.push(health));
  return told;
}

function framesOf(camera: CameraSource, count: number): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0;
    const stop = camera.onFrame(() => {
      if (++seen < count) return;
      stop();
      resolve();
    });
  });
}
