import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {openMicrophone} from '../../../src/capture/recording/microphone.ts';
import {BLACK, BLUE, FilmSet, FRAME_MS, once, RED} from '../film-set.ts';
import {pixelAt, readClip} from '../read-clip.ts';

let stage: FilmSet;

beforeEach(() => {
  stage = new FilmSet();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('has the codec, size, time and frames of what was filmed', async () => {
  const {supported} = await VideoEncoder.isConfigSupported({
    codec: 'avc1.64002a',
    width: 64,
    height: 48,
  });
  const recorder = await stage.open();
  await stage.film(recorder, 75);
  const {blob, extension, durationMs} = await recorder.stop();
  const facts = await readClip(blob);

  expect([facts.format, facts.codec]).toEqual(supported ? ['MP4', 'avc'] : ['WebM', 'vp9']);
  expect([blob.type, extension]).toEqual(supported ? ['video/mp4', 'mp4'] : ['video/webm', 'webm']);
  expect([facts.width, facts.height]).toEqual([64, 48]);
  expect(facts.frames).toHaveLength(75);
  expect(durationMs).toBeCloseTo(2500, 3);
  expect(facts.duration).toBeCloseTo(2.5, 2);
  expectEvenlySpaced(facts.frames);
  expectSeekable(facts.keyFrames, facts.duration);
  expect(facts.audio).toBeNull();
  stage.expectEncodersClosed();
});

it('is WebM where H.264 cannot be encoded', async () => {
  refuse(/^avc1/);
  const recorder = await stage.open();
  await stage.film(recorder, 75);
  const {blob} = await recorder.stop();
  const facts = await readClip(blob);

  expect(blob.type).toBe('video/webm');
  expect([facts.format, facts.codec]).toEqual(['WebM', 'vp9']);
  expect(facts.frames).toHaveLength(75);
  expect(facts.duration).toBeCloseTo(2.5, 2);
  expectSeekable(facts.keyFrames, facts.duration);
});

it('plays and can be sought in', async () => {
  const recorder = await stage.open();
  await stage.film(recorder, 45);
  const {blob} = await recorder.stop();
  const video = document.createElement('video');
  video.src = URL.createObjectURL(blob);
  await once(video, 'loadedmetadata');
  expect(video.duration).toBeCloseTo(1.5, 1);
  expect([video.videoWidth, video.videoHeight]).toEqual([64, 48]);

  video.currentTime = 1;
  await once(video, 'seeked');
  expect(video.currentTime).toBe(1);
  URL.revokeObjectURL(video.src);
});

it('shows what the canvas showed in the same task, without reading pixels back', async () => {
  const readers = [
    vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData'),
    vi.spyOn(WebGL2RenderingContext.prototype, 'readPixels'),
  ];
  const gl = stage.canvas.getContext('webgl2')!;
  const recorder = await stage.open();
  await stage.film(recorder, 3, () => {
    gl.clearColor(1, 0, 0, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
  });
  const {blob} = await recorder.stop();

  for (const reader of readers) expect(reader).not.toHaveBeenCalled();
  expectColor(await pixelAt(blob, 0, 32, 24), RED);
});

it('is mirrored on demand, frame by frame', async () => {
  let flipped = true;
  const recorder = await stage.open({flip: () => flipped});
  const film = () =>
    stage.film(recorder, 2, () => {
      stage.paint(RED, BLUE);
    });
  await film();
  flipped = false;
  await film();
  const {blob} = await recorder.stop();

  expectColor(await pixelAt(blob, 0, 12, 24), BLUE);
  expectColor(await pixelAt(blob, 0, 52, 24), RED);
  expectColor(await pixelAt(blob, 0.1, 12, 24), RED);
  expectColor(await pixelAt(blob, 0.1, 52, 24), BLUE);
});

it('keeps its size when the canvas changes, and the picture whole', async () => {
  const recorder = await stage.open();
  await stage.film(recorder, 2, () => {
    stage.paint(RED);
  });
  [stage.canvas.width, stage.canvas.height] = [72, 144];
  await stage.film(recorder, 2, () => {
    stage.paint(BLUE);
  });
  const {blob} = await recorder.stop();
  const facts = await readClip(blob);

  expect([facts.width, facts.height]).toEqual([64, 48]);
  expectColor(await pixelAt(blob, 0, 4, 24), RED);
  expectColor(await pixelAt(blob, facts.frames[3]!, 4, 24), BLACK);
  expectColor(await pixelAt(blob, facts.frames[3]!, 32, 24), BLUE);
});

it('has even sides where the canvas has odd ones', async () => {
  [stage.canvas.width, stage.canvas.height] = [65, 49];
  const recorder = await stage.open();
  await stage.film(recorder, 1);
  const {blob} = await recorder.stop();

  expect(await readClip(blob)).toMatchObject({width: 64, height: 48});
});

it('has no hole where it was paused', async () => {
  const recorder = await stage.open();
  await stage.film(recorder, 6);
  recorder.pause();
  await stage.film(recorder, 90);
  recorder.resume();
  await stage.film(recorder, 6);
  const {blob, durationMs} = await recorder.stop();
  const facts = await readClip(blob);

  expect(durationMs).toBeCloseTo(12 * FRAME_MS, 3);
  expect(facts.duration).toBeCloseTo(0.4, 2);
  expect(facts.frames).toHaveLength(12);
  expectEvenlySpaced(facts.frames);
});

it('lasts until the stop where the picture stood still or its context was lost', async () => {
  const gl = stage.canvas.getContext('webgl2')!;
  const recorder = await stage.open();
  await stage.film(recorder, 3, () => {
    gl.clearColor(0, 0, 1, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
  });
  gl.getExtension('WEBGL_lose_context')!.loseContext();
  stage.time += 5000;
  const {blob} = await recorder.stop();
  const facts = await readClip(blob);

  expect(facts.duration).toBeCloseTo(5.1, 2);
  expect(facts.frames).toHaveLength(4);
  expectColor(await pixelAt(blob, 5, 32, 24), BLUE);
});

it('needs a frame', async () => {
  const recorder = await stage.open();

  await expect(recorder.stop()).rejects.toMatchObject({code: 'no-frames'});
  stage.expectEncodersClosed();
});

it('needs an encoder; without one the microphone is off again', async () => {
  vi.stubGlobal('VideoEncoder', undefined);
  vi.stubGlobal('MediaRecorder', undefined);
  const microphone = await openMicrophone();

  await expect(stage.open({microphone})).rejects.toMatchObject({code: 'unsupported'});
  expect(microphone.readyState).toBe('ended');
});

/** Makes the browser say that it cannot encode codecs of these names. */
function refuse(names: RegExp): void {
  const ask = VideoEncoder.isConfigSupported.bind(VideoEncoder);
  vi.spyOn(VideoEncoder, 'isConfigSupported').mockImplementation((config) =>
    names.test(config.codec) ? Promise.resolve({supported: false, config}) : ask(config),
  );
}

function expectEvenlySpaced(frames: number[]): void {
  for (const [index, start] of frames.entries()) {
    expect(start).toBeCloseTo((index * FRAME_MS) / 1000, 2);
  }
}

/** Every moment has a key frame no more than 2 s before it. */
function expectSeekable(keyFrames: number[], duration: number): void {
  expect(keyFrames[0]).toBe(0);
  for (const [index, start] of keyFrames.entries()) {
    expect((keyFrames[index + 1] ?? duration) - start).toBeLessThanOrEqual(2);
  }
}

/** Codecs change colours a little, more so at edges. */
function expectColor(pixel: number[], expected: number[]): void {
  for (const [channel, value] of expected.entries()) {
    expect(Math.abs(pixel[channel]! - value), `${pixel} is not ${expected}`).toBeLessThan(40);
  }
}
