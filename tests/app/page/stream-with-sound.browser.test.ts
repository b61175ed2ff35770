import {expect, it} from 'vitest';
import {streamWithSound} from '../../../src/app/page/stream-with-sound.ts';
import {fakeStore} from '../fake-store.ts';

function tone(hertz: number): MediaStreamTrack {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, {frequency: hertz});
  const destination = new MediaStreamAudioDestinationNode(context);
  oscillator.connect(destination);
  oscillator.start();
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('Expected a track.');
  return track;
}

/** Whether a tone is heard in a stream, half a second later. */
async function hears(stream: MediaStream, hertz: number): Promise<boolean> {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, {fftSize: 4096});
  new MediaStreamAudioSourceNode(context, {mediaStream: stream}).connect(analyser);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const spectrum = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(spectrum);
  await context.close();
  return (spectrum[Math.round((hertz * analyser.fftSize) / context.sampleRate)] ?? -200) > -60;
}

it('has the sound of whichever source is on the stage, on one track', async () => {
  const store = fakeStore();
  const engine: {sound: MediaStreamTrack | undefined} = {sound: undefined};
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  const stream = await streamWithSound({store, engine, canvas});
  expect([stream.getVideoTracks().length, stream.getAudioTracks().length]).toEqual([1, 1]);
  expect(await hears(stream, 500)).toBe(false);

  engine.sound = tone(500);
  store.patch('source', {kind: 'screen'});
  expect(await hears(stream, 500)).toBe(true);

  engine.sound = tone(4000);
  store.patch('source', {kind: 'video'});
  expect(await hears(stream, 4000)).toBe(true);
  expect(await hears(stream, 500)).toBe(false);

  const {sound} = engine;
  for (const track of stream.getTracks()) track.stop();
  expect(sound?.readyState).toBe('live');
});
