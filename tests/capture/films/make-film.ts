import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  Quality,
  type Rotation,
  WebMOutputFormat,
} from 'mediabunny';

/** What a film for a test is like. */
export type TestFilm = {
  width?: number;
  height?: number;
  /** When its frames begin, in seconds, the last one its end. */
  times?: readonly number[];
  rotation?: Rotation;
  /** Channels of its sound; 0 for none. */
  channels?: number;
  container?: 'webm' | 'mp4';
  /** Leaves its picture out. */
  soundOnly?: boolean;
};

const SAMPLE_RATE = 48_000;

/** Twelve frames a second, for a second. */
export const EVEN_TIMES = Array.from({length: 13}, (_, index) => index / 12);

/**
 * Makes a film: left red, right blue, above a line that is brighter from frame to frame; a tone as its sound.
 */
export async function makeFilm({
  width = 64,
  height = 48,
  times = EVEN_TIMES,
  rotation = 0,
  channels = 1,
  container = 'webm',
  soundOnly = false,
}: TestFilm = {}): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  const target = new BufferTarget();
  const format = container === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat();
  const output = new Output({format, target});
  const picture = new CanvasSource(canvas, {codec: 'vp8', quality: new Quality({bitrate: 1e6})});
  const sound = new AudioSampleSource({codec: 'opus', quality: new Quality({bitrate: 64_000})});
  if (!soundOnly) output.addVideoTrack(picture, {rotation});
  if (channels > 0) output.addAudioTrack(sound);
  await output.start();
  const end = times.at(-1) ?? 0;
  if (channels > 0) {
    const samples = tone(channels, end);
    await sound.add(samples);
    samples.close();
  }
  for (const [index, time] of soundOnly ? [] : times.slice(0, -1).entries()) {
    context.fillStyle = '#c02020';
    context.fillRect(0, 0, width / 2, height);
    context.fillStyle = '#2020c0';
    context.fillRect(width / 2, 0, width / 2, height);
    const light = Math.round((255 * index) / times.length);
    context.fillStyle = `rgb(${light} ${light} ${light})`;
    context.fillRect(0, 0, width, height / 4);
    await picture.add(time, (times[index + 1] ?? time) - time, {keyFrame: index === 0});
  }
  await output.finalize();
  return new Blob([target.buffer as ArrayBuffer], {type: `video/${container}`});
}

function tone(channels: number, seconds: number): AudioSample {
  const length = Math.round(seconds * SAMPLE_RATE);
  const data = new Float32Array(length * channels);
  for (let index = 0; index < data.length; index++) {
    data[index] = 0.3 * Math.sin((2 * Math.PI * 440 * (index % length)) / SAMPLE_RATE);
  }
  return new AudioSample({
    data,
    format: 'f32-planar',
    numberOfChannels: channels,
    sampleRate: SAMPLE_RATE,
    timestamp: 0,
  });
}
