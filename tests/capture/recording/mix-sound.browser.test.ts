import {expect, it} from 'vitest';
import {mixSound} from '../../../src/capture/recording/mix-sound.ts';

function tone(hertz: number) {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, {frequency: hertz});
  const destination = new MediaStreamAudioDestinationNode(context);
  oscillator.connect(destination);
  oscillator.start();
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('Expected a track.');
  return {track, close: () => context.close()};
}

/** How strong a tone is in a track, in decibels, in the middle of a moment. */
async function strengths(track: MediaStreamTrack, ...hertz: number[]): Promise<number[]> {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, {fftSize: 4096});
  new MediaStreamAudioSourceNode(context, {mediaStream: new MediaStream([track])}).connect(
    analyser,
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  const spectrum = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(spectrum);
  await context.close();
  const width = context.sampleRate / analyser.fftSize;
  return hertz.map((each) => spectrum[Math.round(each / width)] ?? -Infinity);
}

it('lets all sounds be heard, and all go at its end', async () => {
  const [low, high] = [tone(500), tone(4000)];
  const mix = mixSound([low.track, high.track]);

  const [first = 0, second = 0, between = 0] = await strengths(mix.track, 500, 4000, 2000);

  expect(first).toBeGreaterThan(between + 20);
  expect(second).toBeGreaterThan(between + 20);
  mix.close();
  mix.close();
  expect([low.track, high.track, mix.track].map(({readyState}) => readyState)).toEqual(
    Array(3).fill('ended'),
  );
  await low.close();
  await high.close();
});
