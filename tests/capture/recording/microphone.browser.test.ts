import {afterEach, expect, it, vi} from 'vitest';
import {openMicrophone} from '../../../src/capture/recording/microphone.ts';
import {createDeferred} from '../../live/deferred.ts';

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

it('gives a live audio track', async () => {
  const track = await openMicrophone();

  expect([track.kind, track.readyState]).toEqual(['audio', 'live']);
  track.stop();
});

it.each([
  ['NotAllowedError', 'microphone-denied'],
  ['NotFoundError', 'microphone-missing'],
  ['NotReadableError', 'microphone-busy'],
])('tells what is wrong: %s', async (name, code) => {
  const refusal = new DOMException('no', name);
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(refusal);

  await expect(openMicrophone()).rejects.toMatchObject({code, cause: refusal});
});

it('waits no longer than it may for an answer, and opens nothing after that', async () => {
  const stream = await navigator.mediaDevices.getUserMedia({audio: true});
  const {promise, resolve} = createDeferred<MediaStream>();
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockReturnValue(promise);

  await expect(openMicrophone(20)).rejects.toMatchObject({code: 'microphone-unanswered'});
  resolve(stream);
  await promise;
  await Promise.resolve();
  expect(stream.getTracks().map(({readyState}) => readyState)).toEqual(['ended']);
});

it('needs a secure page', async () => {
  Object.defineProperty(navigator, 'mediaDevices', {value: undefined, configurable: true});

  await expect(openMicrophone()).rejects.toMatchObject({code: 'microphone-insecure'});
});
