import {
  Conversion,
  type ConversionAudioOptions,
  getFirstEncodableAudioCodec,
  type InputAudioTrack,
  Output,
  StreamTarget,
  VideoSample,
  VideoSampleSink,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny';
import {endlessFormat} from '../endless-format.ts';
import type {Film} from './film.ts';
import type {FilmEncoding} from './film-encoding.ts';
import {FilmError} from './film-error.ts';
import type {FilmFile} from './film-file.ts';

/** Written at a time to a file that lasts, in bytes. */
const CHUNK_BYTES = 4 * 2 ** 20;

/** A film can be sought in by steps of this, in seconds. */
const KEY_FRAME_SECONDS = 2;

/** Sound is written so far ahead of the picture, in seconds: neither waits for the other. */
const AHEAD_SECONDS = 2;

/** How a film is painted. */
export type ConvertOptions = {
  encoding: FilmEncoding;
  /** Where it is written; closed once all went well. */
  writable: FilmFile['writable'];
  passing: FilmFile['passing'];
  /**
   * Paints a frame.
   *
   * @param image of the film's size, closed when this resolves
   * @param take reads the canvas, which shows the painting until it returns
   */
  paint: <Result>(
    image: TexImageSource,
    timeMs: number,
    take: (canvas: HTMLCanvasElement) => Result,
  ) => Promise<Result>;
  /** Called before each frame, with its time in the film; holds the film up until it resolves. */
  onFrame: (timeMs: number) => Promise<void>;
  signal: AbortSignal;
};

/**
 * Paints a film: every frame once, with its own time; its sound is copied where the new file can hold it,
 * else encoded anew.
 *
 * @returns whether there is sound in it
 * @throws the signal's reason where that is aborted, FilmError `broken` or `full`, what `paint` throws
 */
export async function convertFilm(
  film: Film,
  {encoding, writable, passing, paint, onFrame, signal}: ConvertOptions,
): Promise<{hasSound: boolean}> {
  const {container, codec, quality} = encoding;
  // What was written before something broke off can be played. A WebM that is to last has its index, too.
  const isEndless = passing || container === 'mp4';
  const output = new Output({
    format: isEndless ? endlessFormat(container) : new WebMOutputFormat(),
    target: new StreamTarget(writable, passing ? {} : {chunked: true, chunkSize: CHUNK_BYTES}),
  });
  const picture = new VideoSampleSource({codec, quality, keyFrameInterval: KEY_FRAME_SECONDS});
  output.addVideoTrack(picture);
  // The library leaves out frames that last no time, as the last one of many films does: so it has the sound alone.
  const sound = await Conversion.init({
    input: film.input,
    output,
    tracks: 'primary',
    video: {discard: true},
    audio: playedSound,
    trim: {start: 0},
    composable: true,
    showWarnings: false,
  });
  const hasSound = sound.utilizedTracks.length > 0;
  let soundSeconds = 0;
  /** What the painter has failed with. */
  let failure: {cause: unknown} | undefined;

  async function paintFrame(sample: VideoSample): Promise<void> {
    const timestamp = Math.max(0, sample.timestamp);
    const duration = sample.duration > 0 ? sample.duration : 1 / film.frameRate;
    await onFrame(1000 * timestamp);
    const frame = uprightFrame(sample);
    const take = (canvas: HTMLCanvasElement) => new VideoSample(canvas, {timestamp, duration});
    try {
      const painted = await paint(frame, 1000 * timestamp, take).catch((cause: unknown) => {
        failure = {cause};
        throw cause;
      });
      await picture.add(painted).finally(() => {
        painted.close();
      });
    } finally {
      if ('close' in frame) frame.close();
    }
    if (hasSound && timestamp >= soundSeconds) {
      soundSeconds = timestamp + AHEAD_SECONDS;
      await sound.execute({until: soundSeconds});
    }
  }

  try {
    await output.start();
    for await (const sample of new VideoSampleSink(film.picture).samples()) {
      try {
        signal.throwIfAborted();
        // What comes before the beginning is there to be decoded, not to be shown.
        if (sample.timestamp >= 0 || sample.timestamp + sample.duration > 0)
          await paintFrame(sample);
      } finally {
        sample.close();
      }
    }
    if (hasSound) await sound.execute();
    picture.close();
    await output.finalize();
  } catch (error) {
    await sound.cancel().catch(() => {});
    await output.cancel().catch(() => {});
    signal.throwIfAborted();
    if (failure) throw failure.cause;
    if (error instanceof FilmError) throw error;
    throw new FilmError('broken', `The film broke off: ${String(error)}`, error);
  }
  return {hasSound};
}

/** Samples that were not compressed could be copied, but hardly any player plays them in an MP4. */
async function playedSound(track: InputAudioTrack): Promise<ConversionAudioOptions> {
  const isPlayed = !(await track.getCodec())?.startsWith('pcm');
  const codec = isPlayed ? null : await getFirstEncodableAudioCodec(['aac', 'opus']);
  return codec ? {codec} : {};
}

/** A frame as it is to be seen: not every one is stored so. */
function uprightFrame(sample: VideoSample): VideoFrame | OffscreenCanvas {
  const {rotation, flip, pixelAspectRatio, displayWidth, displayHeight} = sample;
  const isUpright = rotation === 0 && !flip && pixelAspectRatio.num === pixelAspectRatio.den;
  if (isUpright) return sample.toVideoFrame();
  const canvas = new OffscreenCanvas(displayWidth, displayHeight);
  const context = canvas.getContext('2d', {alpha: false});
  if (!context) throw new FilmError('broken', 'Expected a 2D context to turn a frame.');
  sample.draw(context, 0, 0, displayWidth, displayHeight);
  return canvas;
}
