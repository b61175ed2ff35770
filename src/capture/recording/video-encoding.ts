import type {Container} from '../container.ts';
import type {Take} from './clip-writer.ts';

/** A way to encode the picture that this browser has said it can do. */
export type VideoEncoding = {
  container: Container;
  codec: 'avc' | 'vp9' | 'vp8';
  config: VideoEncoderConfig;
};

/** From the file that plays in most places to the one that plays in fewest. */
const CHOICES = [
  // High profile, level 4.2: up to 1920 × 1080 at 60 frames a second.
  {container: 'mp4', codec: 'avc', name: 'avc1.64002a'},
  // Level 5.1: up to 4096 × 2304.
  {container: 'mp4', codec: 'avc', name: 'avc1.640033'},
  // Constrained baseline, all that some phones can encode.
  {container: 'mp4', codec: 'avc', name: 'avc1.42e02a'},
  {container: 'webm', codec: 'vp9', name: 'vp09.00.51.08'},
  {container: 'webm', codec: 'vp8', name: 'vp8'},
] as const;

/** What is to be encoded, as a take has it. */
export type VideoWish = Pick<Take, 'frameRate' | 'bitsPerSecond'> & {
  picture: {canvas: {width: number; height: number}};
};

/** The best way to encode this take's picture, at its size; null where the browser has none. */
export async function pickVideoEncoding(take: VideoWish): Promise<VideoEncoding | null> {
  if (typeof VideoEncoder === 'undefined') return null;
  const {width, height} = take.picture.canvas;
  for (const {container, codec, name} of CHOICES) {
    const config: VideoEncoderConfig = {
      codec: name,
      width,
      height,
      bitrate: take.bitsPerSecond,
      framerate: take.frameRate,
      // Live frames do not wait: encoding must cost little, and nothing may be reordered.
      latencyMode: 'realtime',
    };
    // Browsers reject, rather than answer no, where they do not know a codec's name.
    const {supported} = await VideoEncoder.isConfigSupported(config).catch(() => ({
      supported: false,
    }));
    if (supported) return {container, codec, config};
  }
  return null;
}
