import {
  BufferTarget,
  Mp4OutputFormat,
  Output,
  Quality,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny';
import {pickVideoEncoding} from '../recording/video-encoding.ts';
import type {LoopEncoder} from './loop-encoder.ts';

/** Bits for every pixel of every picture: as near to a painting as a WebP is, in a third of its bytes. */
const BITS_PER_PIXEL = 1.2;

/** Of less, H.264 makes files of level 1b, which browsers do not decode. */
const MIN_BITS_PER_SECOND = 200_000;

/** A player that begins anew needs one at the start only. */
const KEY_FRAME_SECONDS = 2;

/** What is to be made. */
export type VideoOrder = {width: number; height: number; durationsMs: readonly number[]};

/**
 * Opens an encoder for MP4 with H.264, or for WebM where the browser has no other; null where it has none. Each
 * picture is in the file once, at its own time.
 *
 * @throws what goes wrong, from here and from what is asked of it later
 */
export async function openVideoEncoder(order: VideoOrder): Promise<LoopEncoder | null> {
  const {width, height, durationsMs} = order;
  const lengthMs = durationsMs.reduce((sum, durationMs) => sum + durationMs, 0);
  const frameRate = (1000 * durationsMs.length) / lengthMs;
  const wanted = Math.round(BITS_PER_PIXEL * width * height * frameRate);
  const bitsPerSecond = Math.max(MIN_BITS_PER_SECOND, wanted);
  const picture = {canvas: {width, height}};
  const encoding = await pickVideoEncoding({picture, frameRate, bitsPerSecond});
  if (!encoding) return null;
  const {container, codec, config} = encoding;
  const target = new BufferTarget();
  const format =
    container === 'mp4' ? new Mp4OutputFormat({fastStart: 'in-memory'}) : new WebMOutputFormat();
  const output = new Output({format, target});
  const video = new VideoSampleSource({
    codec,
    fullCodecString: config.codec,
    quality: new Quality({bitrate: bitsPerSecond}),
    keyFrameInterval: KEY_FRAME_SECONDS,
  });
  output.addVideoTrack(video);
  await output.start();
  let timeMs = 0;
  let count = 0;
  return {
    async add(canvas) {
      const durationMs = durationsMs[count++] ?? 0;
      const sample = new VideoSample(canvas, {
        timestamp: timeMs / 1000,
        duration: durationMs / 1000,
      });
      timeMs += durationMs;
      try {
        await video.add(sample);
      } finally {
        sample.close();
      }
    },
    async finish() {
      await output.finalize();
      const blob = new Blob([target.buffer as ArrayBuffer], {type: `video/${container}`});
      return {blob, extension: container};
    },
    dispose() {
      if (output.state !== 'finalized') output.cancel().catch(() => undefined);
    },
  };
}
