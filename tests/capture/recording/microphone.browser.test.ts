import {afterEach, expect, it, vi} from 'vitest';
import {openMicrophone} from '../../../src/capture/recording/microphone.ts';

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

it('needs a secure page', async () => {
  Object.defineProperty(navigator, 'mediaDevices', {value: undefined, configurable: true});

  await expect(openMicrophone()).rejects.toMatchObject({code: 'microphone-insecure'});
});
