import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {ClipFile} from '../../../src/capture/disk/clip-file.ts';
import {finishClip} from '../../../src/capture/disk/finish-clip.ts';
import {openTape} from '../../../src/capture/disk/tape.ts';
import {openMicrophone} from '../../../src/capture/recording/microphone.ts';
import {openRecorder, type RecorderOptions} from '../../../src/capture/recording/open-recorder.ts';
import type {Recorder} from '../../../src/capture/recording/recorder.ts';
import {emptyDisk, filesOnDisk, leaveOnDisk, readFromDisk} from '../disk/browser-disk.ts';
import {setQuota} from '../disk/quota.ts';
import {once} from '../film-set.ts';
import {readClip} from '../read-clip.ts';

/** Tracks of streams that a recorder has taken from a canvas. */
let tracks: MediaStreamTrack[];
let canvas: HTMLCanvasElement;

beforeEach(() => {
  tracks = [];
  canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 48;
  vi.stubGlobal('VideoEncoder', undefined);
  const capture = Reflect.get(HTMLCanvasElement.prototype, 'captureStream') as () => MediaStream;
  vi.spyOn(HTMLCanvasElement.prototype, 'captureStream').mockImplementation(function (
    this: HTMLCanvasElement,
  ) {
    const stream = capture.call(this);
    tracks.push(...stream.getTracks());
    return stream;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await emptyDisk();
});

it.each(['mp4', 'webm'])('makes a file that plays, with duration and index: %s', async (type) => {
  if (!restrictTo(type)) return;
  const recorder = await open();
  await film(recorder, 20);
  const {blob, extension, durationMs} = await recorder.stop();
  const {duration} = await readClip(blob);

  expect([extension, blob.type]).toEqual([type, `video/${type}`]);
  expect(Math.abs(duration - durationMs / 1000)).toBeLessThan(0.15);
  const video = document.createElement('video');
  video.src = URL.createObjectURL(blob);
  await once(video, 'loadedmetadata');
  expect(video.duration).toBeCloseTo(duration, 1);
  video.currentTime = duration / 2;
  await once(video, 'seeked');
  expect([video.videoWidth, video.videoHeight]).toEqual([64, 48]);
  URL.revokeObjectURL(video.src);
  expectStopped();
});

it.each(['mp4', 'webm'])(
  'is on disk while it goes on, and can be cut off there: %s',
  async (type) => {
    if (!restrictTo(type)) return;
    const recorder = await open({openTape: (container) => openTape(container, new Date())});
    await film(recorder, 300);
    const [part = ''] = Object.keys(await filesOnDisk());
    expect(part).toMatch(new RegExp(`${type}\\.part$`));
    const raw = await readFromDisk(part);
    expect(raw.length).toBeGreaterThan(0);
    const {blob, durationMs, file} = await recorder.stop();

    expect(blob.type).toBe(`video/${type}`);
    expect(Math.abs((await readClip(blob)).duration - durationMs / 1000)).toBeLessThan(0.15);
    await file!.remove();
    expect(await filesOnDisk()).toEqual({});

    await leaveOnDisk(part, raw);
    const left = await ClipFile.claim(await navigator.storage.getDirectory(), part.slice(0, -5));
    const {clip} = await finishClip(left!);
    const {duration, frames} = await readClip(clip);
    await left!.remove();
    expect(frames.length).toBeGreaterThan(20);
    expect(duration).toBeLessThan(durationMs / 1000);
    expectStopped();
  },
);

it('ends where the disk is full, with what was written', async () => {
  const onEnd = vi.fn();
  const recorder = await open({
    openTape: (container) => openTape(container, new Date()),
    onEnd,
  });
  await film(recorder, 300);
  const [size = 0] = Object.values(await filesOnDisk());
  await setQuota(size + 500);
  try {
    await film(recorder, 300);
    const {blob, file} = await recorder.stop();

    expect(onEnd).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({code: 'full'}));
    expect((await readClip(blob)).frames.length).toBeGreaterThan(10);
    await file!.remove();
  } finally {
    await setQuota();
  }
  expectStopped();
});

it('records the microphone', async () => {
  const microphone = await openMicrophone();
  const recorder = await open({microphone});
  await film(recorder, 20);
  const {blob} = await recorder.stop();

  expect((await readClip(blob)).audio).not.toBeNull();
  expect(microphone.readyState).toBe('ended');
});

it('leaves out what happens in a pause', async () => {
  const recorder = await open();
  await film(recorder, 10);
  recorder.pause();
  await film(recorder, 30);
  recorder.resume();
  await film(recorder, 10);
  const {blob, durationMs} = await recorder.stop();

  expect(Math.abs((await readClip(blob)).duration - durationMs / 1000)).toBeLessThan(0.15);
});

it('leaves a file with everything before when MediaRecorder breaks', async () => {
  const made: MediaRecorder[] = [];
  class SpyRecorder extends MediaRecorder {
    constructor(stream: MediaStream, options?: MediaRecorderOptions) {
      super(stream, options);
      made.push(this);
    }
  }
  vi.stubGlobal('MediaRecorder', SpyRecorder);
  const onEnd = vi.fn();
  const recorder = await open({onEnd});
  await film(recorder, 10);
  made[0]!.dispatchEvent(new Event('error'));
  made[0]!.stop();
  await once(made[0]!, 'stop');
  const {frames} = await readClip((await recorder.stop()).blob);

  expect(onEnd).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({code: 'encoder-failed'}));
  expect(frames.length).toBeGreaterThan(0);
  expectStopped();
});

it('stops its tracks on dispose, which may be called twice', async () => {
  const recorder = await open();
  await film(recorder, 3);
  recorder.dispose();
  recorder.dispose();
  await expect(recorder.stop()).rejects.toMatchObject({code: 'disposed'});

  expectStopped();
});

it('makes a file as long as the recording of what stands still', async () => {
  const recorder = await open();
  await film(recorder, 2);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const {blob, durationMs} = await recorder.stop();

  expect(durationMs).toBeGreaterThan(1400);
  expect(Math.abs((await readClip(blob)).duration - durationMs / 1000)).toBeLessThan(0.3);
});

it('says that there is no clip where it was stopped in the task of its start', async () => {
  vi.spyOn(MediaRecorder.prototype, 'start').mockImplementation(() => {});
  vi.spyOn(MediaRecorder.prototype, 'pause').mockImplementation(() => {});
  vi.spyOn(MediaRecorder.prototype, 'stop').mockImplementation(function (this: MediaRecorder) {
    this.dispatchEvent(new Event('stop'));
  });
  vi.spyOn(MediaRecorder.prototype, 'state', 'get').mockReturnValue('recording');
  const recorder = await open();
  recorder.frame(performance.now());

  await expect(recorder.stop()).rejects.toMatchObject({code: 'no-frames'});
});

it('needs a frame', async () => {
  await expect((await open()).stop()).rejects.toMatchObject({code: 'no-frames'});
  expectStopped();
});

/** Leaves MediaRecorder this format alone; false if it does not know it. */
function restrictTo(type: string): boolean {
  const ask = MediaRecorder.isTypeSupported.bind(MediaRecorder);
  vi.spyOn(MediaRecorder, 'isTypeSupported').mockImplementation(
    (name) => name.startsWith(`video/${type}`) && ask(name),
  );
  return ask(`video/${type}`);
}

function open(change: Partial<RecorderOptions> = {}): Promise<Recorder> {
  return openRecorder({
    canvas,
    frameRate: 60,
    bitsPerPixel: 1,
    microphone: null,
    flip: () => false,
    now: () => performance.now(),
    every: () => () => {},
    openTape: () => Promise.resolve(null),
    ...change,
  });
}

/** Films `count` frames in real time: this way of recording knows no other. */
async function film(recorder: Recorder, count: number): Promise<void> {
  const context = canvas.getContext('2d')!;
  for (let index = 0; index < count; index++) {
    await new Promise(requestAnimationFrame);
    context.fillStyle = `hsl(${index * 20} 90% 50%)`;
    context.fillRect(0, 0, 64, 48);
    recorder.frame(performance.now());
  }
}

function expectStopped(): void {
  expect(tracks).toHaveLength(1);
  expect(tracks[0]!.readyState).toBe('ended');
}
