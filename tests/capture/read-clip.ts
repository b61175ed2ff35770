import {ALL_FORMATS, BlobSource, CanvasSink, EncodedPacketSink, Input} from 'mediabunny';

/** What a player finds in a clip; times in seconds. */
export type ClipFacts = {
  format: string;
  codec: string | null;
  width: number;
  height: number;
  /** What the file's head says, 0 if nothing. */
  duration: number;
  /** When each frame begins. */
  frames: number[];
  /** When each key frame begins. */
  keyFrames: number[];
  audio: {codec: string | null; start: number; end: number} | null;
};

/** Demuxes a clip. */
export async function readClip(blob: Blob): Promise<ClipFacts> {
  const input = new Input({source: new BlobSource(blob), formats: ALL_FORMATS});
  const video = (await input.getPrimaryVideoTrack())!;
  const audio = await input.getPrimaryAudioTrack();
  const frames: number[] = [];
  const keyFrames: number[] = [];
  for await (const packet of new EncodedPacketSink(video).packets()) {
    frames.push(packet.timestamp);
    if (packet.type === 'key') keyFrames.push(packet.timestamp);
  }
  return {
    format: (await input.getFormat()).name,
    codec: await video.getCodec(),
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    duration: (await input.getDurationFromMetadata()) ?? 0,
    frames,
    keyFrames,
    audio: audio && {
      codec: await audio.getCodec(),
      start: await audio.getFirstTimestamp(),
      end: await audio.computeDuration(),
    },
  };
}

/** Decodes the frame shown at `seconds` and gives the pixel at `x`, `y` as [red, green, blue]. */
export async function pixelAt(
  blob: Blob,
  seconds: number,
  x: number,
  y: number,
): Promise<number[]> {
  const input = new Input({source: new BlobSource(blob), formats: ALL_FORMATS});
  const video = (await input.getPrimaryVideoTrack())!;
  const shown = (await new CanvasSink(video).getCanvas(seconds))!;
  const canvas = shown.canvas as HTMLCanvasElement;
  return [...canvas.getContext('2d')!.getImageData(x, y, 1, 1).data.slice(0, 3)];
}
