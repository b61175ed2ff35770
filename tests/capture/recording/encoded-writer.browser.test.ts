import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {FilmSet, FRAME_MS} from '../film-set.ts';
import {readClip} from '../read-clip.ts';

let stage: FilmSet;

beforeEach(() => {
  stage = new FilmSet();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('leaves a file with everything before when its encoder breaks', async () => {
  const recorder = await stage.open();
  await stage.film(recorder, 10);
  await stage.encoders[0]!.flush();
  stage.encoders[0]!.breakDown('EncodingError');
  await stage.film(recorder, 10);
  const facts = await readClip((await recorder.stop()).blob);

  expect(stage.endings).toEqual(['encoder-failed']);
  expect(facts.frames).toHaveLength(10);
});

it('replaces an encoder that the browser takes away in a pause', async () => {
  const recorder = await stage.open();
  await stage.film(recorder, 10);
  await stage.encoders[0]!.flush();
  recorder.pause();
  stage.encoders[0]!.breakDown('QuotaExceededError');
  recorder.resume();
  await stage.film(recorder, 10);
  const facts = await readClip((await recorder.stop()).blob);

  expect(stage.endings).toEqual([]);
  expect(facts.frames).toHaveLength(20);
  expect(facts.keyFrames).toHaveLength(2);
  stage.expectEncodersClosed();
});

it('loses frames and nothing else while its encoder is behind', async () => {
  const recorder = await stage.open();
  await stage.film(recorder, 2);
  const queue = vi.spyOn(stage.encoders[0]!, 'encodeQueueSize', 'get').mockReturnValue(4);
  recorder.frame((stage.time += FRAME_MS));
  queue.mockRestore();
  await stage.film(recorder, 2);
  const facts = await readClip((await recorder.stop()).blob);

  expect(facts.frames).toHaveLength(4);
  expect(facts.duration).toBeCloseTo(5 * (FRAME_MS / 1000), 2);
});

it('closes its encoder on dispose, which may be called twice', async () => {
  const recorder = await stage.open();
  await stage.film(recorder, 3);
  recorder.dispose();
  recorder.dispose();
  recorder.frame((stage.time += FRAME_MS));

  stage.expectEncodersClosed();
  await expect(recorder.stop()).rejects.toMatchObject({code: 'disposed'});
});
