import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {openMicrophone} from '../../../src/capture/recording/microphone.ts';
import {FilmSet, RED} from '../film-set.ts';
import {readClip} from '../read-clip.ts';

const SLEPT_MS = 3_600_000;

let stage: FilmSet;

beforeEach(() => {
  stage = new FilmSet();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('places the sound at the time at which it came, and stops the track', async () => {
  const microphone = await openMicrophone();
  const recorder = await stage.open({microphone});
  const heard = vi.spyOn(AudioEncoder.prototype, 'encode');
  stage.paint(RED);
  recorder.frame(stage.time);
  stage.time += 3000;
  await calls(heard, 30);
  const {audio, duration} = await readClip((await recorder.stop()).blob);

  expect(audio?.codec).toMatch(/^(aac|opus)$/);
  expect(audio!.start).toBeCloseTo(3, 1);
  expect(audio!.end).toBeGreaterThan(3.2);
  expect(duration).toBeCloseTo(audio!.end, 1);
  expect(microphone.readyState).toBe('ended');
  stage.expectEncodersClosed();
});

it('places the sound anew when the machine has slept', async () => {
  const recorder = await stage.open({microphone: await openMicrophone()});
  const heard = vi.spyOn(AudioEncoder.prototype, 'encode');
  stage.paint(RED);
  recorder.frame(stage.time);
  await calls(heard, 10);
  stage.time += SLEPT_MS;
  // The hour has passed on the sound's own clock, too.
  const {get} = Object.getOwnPropertyDescriptor(AudioData.prototype, 'timestamp')!;
  vi.spyOn(AudioData.prototype, 'timestamp', 'get').mockImplementation(function (this: AudioData) {
    return (get!.call(this) as number) + SLEPT_MS * 1000;
  });
  await stage.film(recorder, 1);
  await calls(heard, heard.mock.calls.length + 30);
  const {audio, duration} = await readClip((await recorder.stop()).blob);

  expect(audio!.end).toBeLessThan(5);
  expect(duration).toBeLessThan(5);
});

it('ends when the microphone is unplugged, and the picture goes on', async () => {
  const microphone = await openMicrophone();
  const recorder = await stage.open({microphone});
  const heard = vi.spyOn(AudioEncoder.prototype, 'encode');
  await stage.film(recorder, 1);
  await calls(heard, 10);
  microphone.stop();
  microphone.dispatchEvent(new Event('ended'));
  await stage.film(recorder, 30);
  const facts = await readClip((await recorder.stop()).blob);

  expect(facts.audio).not.toBeNull();
  expect(facts.frames).toHaveLength(31);
  expect(stage.endings).toEqual([]);
});

it('does not spoil the picture when its encoder breaks', async () => {
  let breakDown = () => {};
  class FragileEncoder extends AudioEncoder {
    constructor(init: AudioEncoderInit) {
      super(init);
      breakDown = () => {
        this.close();
        init.error(new DOMException('Broken by the test.', 'EncodingError'));
      };
    }
  }
  vi.stubGlobal('AudioEncoder', FragileEncoder);
  const onMicrophoneEnd = vi.fn();
  const recorder = await stage.open({microphone: await openMicrophone(), onMicrophoneEnd});
  const heard = vi.spyOn(AudioEncoder.prototype, 'encode');
  await stage.film(recorder, 1);
  await calls(heard, 10);
  breakDown();
  await vi.waitFor(() => {
    expect(onMicrophoneEnd).toHaveBeenCalledOnce();
  });
  await stage.film(recorder, 30);
  const facts = await readClip((await recorder.stop()).blob);

  expect(facts.frames).toHaveLength(31);
  expect(stage.endings).toEqual([]);
  expect(onMicrophoneEnd).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({code: 'microphone-failed'}),
  );
});

it('gives way to MediaRecorder where WebCodecs have only pictures', async () => {
  vi.stubGlobal('AudioEncoder', undefined);
  const microphone = await openMicrophone();
  // A rate of its own, because mediabunny remembers what could be encoded.
  vi.spyOn(microphone, 'getSettings').mockReturnValue({sampleRate: 44_100});
  const start = vi.spyOn(MediaRecorder.prototype, 'start');
  const recorder = await stage.open({microphone});
  stage.paint(RED);
  recorder.frame(stage.time);
  recorder.dispose();

  expect(start).toHaveBeenCalledOnce();
  expect(stage.encoders).toEqual([]);
});

it('leaves out a microphone that was unplugged before', async () => {
  const microphone = await openMicrophone();
  microphone.stop();
  const recorder = await stage.open({microphone});
  await stage.film(recorder, 3);

  expect((await readClip((await recorder.stop()).blob)).audio).toBeNull();
});

it('stops the track on dispose', async () => {
  const microphone = await openMicrophone();
  const recorder = await stage.open({microphone});
  await stage.film(recorder, 3);
  recorder.dispose();

  expect(microphone.readyState).toBe('ended');
  stage.expectEncodersClosed();
});

/** Waits until a spy has been called `count` times in all. */
async function calls(spy: {mock: {calls: unknown[]}}, count: number): Promise<void> {
  while (spy.mock.calls.length < count) await new Promise(requestAnimationFrame);
}
