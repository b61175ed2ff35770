import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {type Clips, createClips} from '../../../src/app/captures/clips.ts';
import {createRecordings, type Recordings} from '../../../src/app/captures/recordings.ts';
import {snapshot} from '../../../src/app/captures/snapshots.ts';
import {sentence} from '../../../src/words/say.ts';
import {emptyDisk, filesOnDisk} from '../../capture/disk/browser-disk.ts';
import {createDeferred} from '../../live/deferred.ts';
import {type FakeStudio, fakeStudio} from '../fake-studio.ts';

let studio: FakeStudio;
let clips: Clips;
let captures: Recordings;
/** Milliseconds on the page's clock. */
let now: number;

beforeEach(() => {
  studio = fakeStudio();
  clips = createClips(studio.store);
  captures = createRecordings(studio.store, studio.notices, studio.painter, studio.canvas, clips);
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(async () => {
  await captures.stop().catch(() => {});
  clips.dispose();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await expect.poll(emptyDisk).toBe(true);
});

it('goes from idle through its phases and back, and leaves a clip', async () => {
  const phases: string[] = [];
  studio.store.subscribe(({captures: {recording}}) => {
    if (phases.at(-1) !== recording.phase) phases.push(recording.phase);
  });
  await captures.start();
  present(5);
  captures.pause();
  present(5);
  captures.resume();
  present(5);
  captures.publish();
  expect(studio.store.get().captures.recording.elapsedMs).toBeGreaterThan(200);
  const blob = await captures.stop();

  expect(phases).toEqual(['recording', 'paused', 'recording', 'finishing', 'idle']);
  expect(blob!.size).toBeGreaterThan(0);
  const [clip] = studio.store.get().captures.clips;
  expect(clip).toMatchObject({kind: 'video', bytes: blob!.size});
  expect(clip!.name).toMatch(/^pastiche-.*\.(mp4|webm)$/);
  expect(clip!.durationMs).toBeGreaterThan(0);
  expect(studio.store.get().captures.recording).toEqual({phase: 'idle', elapsedMs: 0, bytes: 0});
});

it('paints on in a hidden tab while it records', async () => {
  await captures.start();
  expect(studio.engine.keepGoing.mock.calls).toEqual([[true]]);

  present(3);
  await captures.stop();
  expect(studio.engine.keepGoing.mock.calls).toEqual([[true], [false]]);
});

it('records once, however often the button is pressed', async () => {
  await Promise.all([captures.start(), captures.start()]);
  await captures.start();
  present(3);
  const [first, second] = await Promise.all([captures.stop(), captures.stop()]);

  expect(second).toBe(first);
  expect(studio.store.get().captures.clips).toHaveLength(1);
  expect(await captures.stop()).toBeUndefined();
});

it('pauses and resumes nothing while nothing is recorded', () => {
  captures.pause();
  captures.resume();

  expect(studio.store.get().captures.recording.phase).toBe('idle');
});

it('needs a painting', async () => {
  studio.engine.grab.mockResolvedValue(undefined);

  await expectSentence(captures.start(), 'no painting to record yet');
  await expectSentence(snapshot(studio.store, studio.painter), 'no painting to save yet');
  expect(studio.store.get().captures.recording.phase).toBe('idle');
});

it('records without sound, and says why, where the microphone is refused', async () => {
  const refusal = new DOMException('Denied by the test.', 'NotAllowedError');
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(refusal);
  await captures.start({microphone: true});
  present(3);
  const blob = await captures.stop();

  expect(blob!.size).toBeGreaterThan(0);
  expect(studio.sentences('error')).toEqual([
    expect.stringMatching(/microphone is blocked.*no sound.*Allow it/),
  ]);
});

it('asks for the microphone only when it is wanted', async () => {
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  await captures.start();

  expect(ask).not.toHaveBeenCalled();
});

it('ends a recording that is stopped while the microphone is asked for', async () => {
  const permission = createDeferred<MediaStream>();
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  ask.mockReturnValue(permission.promise);
  const starting = captures.start({microphone: true});
  const stopping = captures.stop();
  await vi.waitFor(() => {
    expect(ask).toHaveBeenCalled();
  });
  permission.reject(new DOMException('Denied by the test.', 'NotAllowedError'));
  await starting;
  // The frame that is drawn at the start is what there is.
  studio.engine.present(now);
  await stopping.catch(() => {});

  expect(studio.store.get().captures.recording.phase).toBe('idle');
  expect(studio.engine.keepGoing).toHaveBeenLastCalledWith(false);
});

it('is paused from its first frame on where that was wanted before it began', async () => {
  const permission = createDeferred<MediaStream>();
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  ask.mockReturnValue(permission.promise);
  const starting = captures.start({microphone: true});
  captures.pause();
  await vi.waitFor(() => {
    expect(ask).toHaveBeenCalled();
  });
  permission.reject(new DOMException('Denied by the test.', 'NotAllowedError'));
  await starting;
  present(5);
  captures.publish();
  expect(studio.store.get().captures.recording).toMatchObject({phase: 'paused', elapsedMs: 0});

  captures.resume();
  present(3);
  captures.publish();
  expect(studio.store.get().captures.recording.elapsedMs).toBeLessThan(4 * 40);
});

it('starts anew when it is asked to while a recording is finished', async () => {
  await captures.start();
  present(3);
  const stopping = captures.stop();
  const starting = captures.start();
  await Promise.all([stopping, starting]);

  expect(studio.store.get().captures.recording.phase).toBe('recording');
  present(3);
  expect((await captures.stop())!.size).toBeGreaterThan(0);
  expect(studio.store.get().captures.clips).toHaveLength(2);
});

it('is made for a picture that moves, though it stands still at the start', async () => {
  const configure = vi.spyOn(VideoEncoder.prototype, 'configure');
  const bitrates: unknown[] = [];
  for (const fps of [0, 30]) {
    studio.store.patch('stats', {fps});
    await captures.start();
    present(3);
    await captures.stop();
    bitrates.push(configure.mock.lastCall![0].bitrate);
  }

  expect(bitrates[0]).toBe(bitrates[1]);
});

it('says so where no frame was painted', async () => {
  await captures.start();

  await expect(captures.stop()).rejects.toMatchObject({code: 'no-frames'});
  expect(studio.store.get().captures).toMatchObject({recording: {phase: 'idle'}, clips: []});
});

it('keeps what there is when the encoder ends by itself, with a sentence', async () => {
  const encoders: BreakableEncoder[] = [];
  vi.stubGlobal(
    'VideoEncoder',
    class extends BreakableEncoder {
      constructor(init: VideoEncoderInit) {
        super(init);
        encoders.push(this);
      }
    },
  );
  await captures.start();
  present(10);
  await encoders[0]!.flush();
  encoders[0]!.breakDown();
  await vi.waitFor(() => {
    expect(studio.store.get().captures).toMatchObject({recording: {phase: 'idle'}, clips: [{}]});
  });

  expect(studio.sentences('error')).toEqual([expect.stringContaining('encoder stopped')]);
  expect(studio.store.get().captures.clips[0]!.bytes).toBeGreaterThan(0);
  // A program that has not seen the end still gets its clip, once.
  expect((await captures.claim())!.size).toBe(studio.store.get().captures.clips[0]!.bytes);
  expect(studio.store.get().captures.clips[0]!.saved).toBe(true);
  expect(await captures.claim()).toBeUndefined();
});

it('says that there is no clip where the encoder ends by itself and gave nothing', async () => {
  const encoders: BreakableEncoder[] = [];
  vi.stubGlobal(
    'VideoEncoder',
    class extends BreakableEncoder {
      constructor(init: VideoEncoderInit) {
        super({...init, output: () => {}});
        encoders.push(this);
      }
    },
  );
  await captures.start();
  present(3);
  encoders[0]!.breakDown();

  await vi.waitFor(() => {
    expect(studio.sentences('error')).toEqual([expect.stringContaining('there is no clip')]);
  });
  expect(studio.store.get().captures).toMatchObject({recording: {phase: 'idle'}, clips: []});
});

it('is idle again, and says so, where the browser cannot record', async () => {
  vi.stubGlobal('VideoEncoder', undefined);
  vi.stubGlobal('MediaRecorder', undefined);

  await expect(captures.start()).rejects.toMatchObject({code: 'unsupported'});
  expect(studio.store.get().captures.recording.phase).toBe('idle');
});

it('puts a snapshot of the painting among the clips', async () => {
  await keepSnapshot();
  const [clip] = studio.store.get().captures.clips;

  expect(clip).toMatchObject({kind: 'image', durationMs: 0});
  expect(clip!.name).toMatch(/^pastiche-.*\.png$/);
  const picture = await (await fetch(clip!.url)).blob();
  expect(await createImageBitmap(picture)).toMatchObject({width: 64, height: 48});
});

it('lets go of the engine and of what it gave, at the end', async () => {
  await captures.start();
  present(3);
  await captures.stop();
  await keepSnapshot();

  expect(studio.engine.listening).toBe(0);
  expect(studio.engine.openPictures).toBe(0);
});

it('tells that the microphone went away, and records on', async () => {
  const stream = await navigator.mediaDevices.getUserMedia({audio: true});
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  await captures.start({microphone: true});
  present(3);
  expect(studio.store.get().captures.recording.sound).toBe('on');
  stream.getAudioTracks()[0]!.dispatchEvent(new Event('ended'));
  present(3);

  expect(studio.store.get().captures.recording).toMatchObject({phase: 'recording', sound: 'lost'});
  expect(studio.sentences('error')).toEqual([expect.stringMatching(/microphone was unplugged/)]);
  expect((await captures.stop())!.size).toBeGreaterThan(0);
});

it('leaves nothing behind at dispose, which may happen twice', async () => {
  await captures.start();
  present(3);
  captures.dispose();
  captures.dispose();
  await Promise.resolve();

  expect(studio.store.get().captures).toMatchObject({recording: {phase: 'idle'}, clips: []});
  await vi.waitFor(() => {
    expect(studio.engine.listening).toBe(0);
  });
});

it('has on disk what is recorded, and what became of it until that is removed', async () => {
  await captures.start();
  present(3);
  expect(Object.keys(await filesOnDisk())).toEqual([expect.stringMatching(/\.part$/)]);
  await captures.stop();
  const [clip] = studio.store.get().captures.clips;
  expect(await filesOnDisk()).toEqual({[clip!.name]: clip!.bytes});

  clips.remove(clip!.id);
  await expect.poll(filesOnDisk).toEqual({});
});

it('leaves a clip on disk for a later visit, which is told whether it was saved', async () => {
  await captures.start();
  present(3);
  await captures.stop();
  const [clip] = studio.store.get().captures.clips;
  clips.markSaved(clip!.id);
  await expect
    .poll(async () => Object.keys(await filesOnDisk()).sort())
    .toEqual([clip!.name, `${clip!.name}.saved`]);
  clips.dispose();

  expect(Object.keys(await filesOnDisk())).toHaveLength(2);
  expect((await navigator.locks.query()).held).toEqual([]);
});

it('tells how many minutes there is room for where those are few', async () => {
  await captures.start();
  vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({quota: 1e9, usage: 1e9});
  await vi.waitFor(() => {
    now += 2000;
    present(1);
    captures.publish();
    expect(studio.store.get().captures.recording.minutesLeft).toBe(0);
  });
});

it('takes note of a clip that is safe elsewhere', async () => {
  await keepSnapshot();
  const [clip] = studio.store.get().captures.clips;
  expect(clip!.saved).toBe(false);
  clips.markSaved(clip!.id);

  expect(studio.store.get().captures.clips[0]!.saved).toBe(true);
});

it('frees a clip that is removed', async () => {
  await keepSnapshot();
  const [clip] = studio.store.get().captures.clips;
  clips.remove(clip!.id);
  clips.remove(clip!.id);

  expect(studio.store.get().captures.clips).toEqual([]);
  await expect(fetch(clip!.url)).rejects.toThrow();
});

async function keepSnapshot() {
  clips.keep(await snapshot(studio.store, studio.painter), 'image', 'png', 0);
}

async function expectSentence(promise: Promise<unknown>, words: string) {
  const refusal: unknown = await promise.catch((error: unknown) => error);
  expect(sentence((refusal as {told: Parameters<typeof sentence>[0]}).told)).toContain(words);
}

/** Presents painted frames, 40 ms apart. */
function present(frames: number) {
  for (let frame = 0; frame < frames; frame++) {
    now += 40;
    studio.engine.present(now);
  }
}

/** A VideoEncoder that can be taken away, as browsers do. */
class BreakableEncoder extends VideoEncoder {
  private readonly tellError: (error: DOMException) => void;

  constructor(init: VideoEncoderInit) {
    super(init);
    this.tellError = init.error;
  }

  breakDown(): void {
    this.close();
    this.tellError(new DOMException('Broken by the test.', 'EncodingError'));
  }
}
