import {afterEach, beforeEach, expect, it, type Mock, vi} from 'vitest';
import {CaptureError} from '../../../src/capture/capture-error.ts';
import {CanvasRecorder} from '../../../src/capture/recording/canvas-recorder.ts';
import type {ClipWriter} from '../../../src/capture/recording/clip-writer.ts';
import {RecordingClock} from '../../../src/capture/recording/recording-clock.ts';

const FRAME_MS = 40;

let time: number;
let reasons: CaptureError[];
let writer: ReturnType<typeof fakeWriter>;
let microphone: EventTarget & {stop: () => void};
let microphoneEnded: Mock<(reason: CaptureError) => void>;
let recorder: CanvasRecorder;
let tick: () => void;
const stopTicking = vi.fn();

beforeEach(() => {
  time = 1000;
  reasons = [];
  writer = fakeWriter();
  microphone = Object.assign(new EventTarget(), {stop: vi.fn()});
  const take = {
    picture: {canvas: {} as HTMLCanvasElement, draw: vi.fn(), redraw: vi.fn()},
    clock: new RecordingClock(() => time),
    frameRate: 1000 / FRAME_MS,
    bitsPerSecond: 1e6,
    microphone: microphone as unknown as MediaStreamTrack,
    openTape: () => Promise.resolve(null),
  };
  microphoneEnded = vi.fn();
  const every = (_ms: number, listener: () => void) => {
    tick = listener;
    return stopTicking;
  };
  recorder = new CanvasRecorder({} as HTMLCanvasElement, take, writer, every, {
    onEnd: (reason) => reasons.push(reason),
    onMicrophoneEnd: microphoneEnded,
  });
});

afterEach(() => {
  recorder.dispose();
});

it('takes what stands still for what it is, however long, and gives signs of life until its end', async () => {
  stopTicking.mockClear();
  film(1);
  for (let second = 0; second < 60; second++) {
    time += 1000;
    tick();
  }
  expect(stopTicking).not.toHaveBeenCalled();
  const {durationMs} = await recorder.stop();

  expect(durationMs).toBe(60_000);
  expect(stopTicking).toHaveBeenCalledOnce();
});

it('leaves out what a machine slept, of the sound, too', async () => {
  film(2);
  time += 3 * 3_600_000;
  film(1);
  const {durationMs} = await recorder.stop();

  expect(writer.times).toEqual([0, 40, 80]);
  expect(durationMs).toBe(120);
  expect(writer.pause).toHaveBeenCalledBefore(writer.resume);
});

it('tells that the microphone went away, and goes on', () => {
  film(1);
  microphone.dispatchEvent(new Event('ended'));
  film(1);

  expect(microphoneEnded).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({code: 'microphone-gone'}),
  );
  expect(writer.times).toEqual([0, 40]);
  expect(reasons).toEqual([]);
});

it('tells once that the sound can no longer be encoded, and goes on', () => {
  film(1);
  writer.onSilence?.(new CaptureError('microphone-failed', 'Broken by the test.'));
  microphone.dispatchEvent(new Event('ended'));
  film(1);

  expect(microphoneEnded).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({code: 'microphone-failed'}),
  );
  expect(writer.times).toEqual([0, 40]);
});

it('does not tell of a microphone that ends with it', async () => {
  film(1);
  await recorder.stop();
  microphone.dispatchEvent(new Event('ended'));

  expect(microphoneEnded).not.toHaveBeenCalled();
});

it('writes frames on its own time, which begins with the first one', async () => {
  film(3);
  time += FRAME_MS;
  const {durationMs} = await recorder.stop();

  expect(writer.times).toEqual([0, 40, 80]);
  expect(durationMs).toBe(120);
  expect(writer.finish).toHaveBeenCalledWith(120);
  expect(microphone.stop).toHaveBeenCalledOnce();
});

it('drops frames while the writer is busy', () => {
  film(1);
  writer.busy = true;
  film(2);
  writer.busy = false;
  film(1);

  expect(writer.times).toEqual([0, 120]);
});

it('drops frames that are not later than the one before', () => {
  film(2);
  recorder.frame(time);
  recorder.frame(time - 10);

  expect(writer.times).toEqual([0, 40]);
});

it('leaves no hole for a pause', () => {
  film(2);
  recorder.pause();
  film(50);
  recorder.resume();
  film(1);

  expect(writer.times).toEqual([0, 40, 80]);
  expect(writer.pause).toHaveBeenCalledOnce();
  expect(writer.resume).toHaveBeenCalledOnce();
});

it('leaves the writer alone in a pause before the first frame', () => {
  recorder.pause();
  recorder.resume();

  expect(writer.pause).not.toHaveBeenCalled();
  expect(writer.resume).not.toHaveBeenCalled();
});

it('counts a still picture up to the stop, but a pause only up to its beginning', async () => {
  film(1);
  time += 3000;
  recorder.pause();
  time += 60_000;

  expect((await recorder.stop()).durationMs).toBe(3000);
});

it('ends with what there is when the writer fails, and tells once', async () => {
  film(2);
  writer.onFail?.({code: 'encoder-failed'} as CaptureError);
  writer.onFail?.({code: 'encoder-failed'} as CaptureError);
  film(2);
  recorder.resume();

  expect(reasons.map(({code}) => code)).toEqual(['encoder-failed']);
  expect(writer.times).toHaveLength(2);
  expect((await recorder.stop()).durationMs).toBe(80);
});

it('ends when the writer refuses a frame, without throwing', () => {
  writer.write = () => {
    throw new Error('no');
  };
  film(2);

  expect(reasons.map(({code}) => code)).toEqual(['encoder-failed']);
});

it('ends when the take is full', () => {
  film(1);
  writer.bytes = 2 ** 30;
  film(2);

  expect(writer.times).toHaveLength(2);
  expect(reasons.map(({code}) => code)).toEqual(['full']);
});

it('gives the same file to whoever stops it again', async () => {
  film(1);

  expect(await recorder.stop()).toBe(await recorder.stop());
  expect(writer.finish).toHaveBeenCalledOnce();
});

it('has no file without a frame', async () => {
  await expect(recorder.stop()).rejects.toMatchObject({code: 'no-frames'});
  expect(writer.dispose).toHaveBeenCalledOnce();
  expect(microphone.stop).toHaveBeenCalledOnce();
});

it('takes nothing more after dispose, which may be called twice', async () => {
  film(1);
  recorder.dispose();
  recorder.dispose();
  film(1);

  expect(writer.times).toEqual([0]);
  expect(writer.dispose).toHaveBeenCalledOnce();
  expect(microphone.stop).toHaveBeenCalledOnce();
  await expect(recorder.stop()).rejects.toMatchObject({code: 'disposed'});
});

it('finishes the file where dispose comes after stop', async () => {
  film(1);
  const stopping = recorder.stop();
  recorder.dispose();

  expect((await stopping).extension).toBe('mp4');
  expect(writer.dispose).not.toHaveBeenCalled();
});

/** Lets `count` frames pass, one every FRAME_MS. */
function film(count: number): void {
  for (let index = 0; index < count; index++) recorder.frame((time += FRAME_MS));
}

function fakeWriter() {
  const times: number[] = [];
  return {
    container: 'mp4' as const,
    tape: null,
    bytes: 0,
    busy: false,
    onFail: null as ((reason: CaptureError) => void) | null,
    onSilence: null as ((reason: CaptureError) => void) | null,
    times,
    write(timeMs: number) {
      times.push(timeMs);
    },
    pause: vi.fn(),
    resume: vi.fn(),
    finish: vi.fn<ClipWriter['finish']>(() => Promise.resolve(new Blob(['clip']))),
    dispose: vi.fn(),
  };
}
