import {EncodedAudioPacketSource, EncodedPacket, EncodedVideoPacketSource} from 'mediabunny';
import {CaptureError} from '../capture-error.ts';
import type {Container} from '../container.ts';
import type {Tape} from '../disk/tape.ts';
import {type ClipOutput, openClipOutput} from './clip-output.ts';
import type {ClipWriter, Take} from './clip-writer.ts';
import {type AudioEncoding, MicrophoneEncoder, pickAudioEncoding} from './microphone-encoder.ts';
import {pickVideoEncoding, type VideoEncoding} from './video-encoding.ts';

/** A key frame after this long: with the frame it waits for, there is one in every 2 s. */
const KEY_FRAME_INTERVAL_MS = 1500;

/** Frames that may wait in the encoder; more would only make the picture's memory grow. */
const MAX_WAITING_FRAMES = 4;

/** So much may wait for a slow disk, in bytes. */
const MAX_UNWRITTEN_BYTES = 2 ** 26;

/**
 * Opens a writer over WebCodecs and a muxer; null where the browser cannot encode the picture, or
 * cannot encode the microphone that is asked for.
 */
export async function openEncodedWriter(take: Take): Promise<ClipWriter | null> {
  const video = await pickVideoEncoding(take);
  if (!video) return null;
  const audio = take.microphone && (await pickAudioEncoding(take.microphone, video.container));
  if (take.microphone && !audio) return null;
  const tape = await take.openTape(video.container);
  let writer: EncodedWriter | undefined;
  try {
    writer = new EncodedWriter(take, video, tape);
    await writer.open(audio);
    return writer;
  } catch (error) {
    (writer ?? tape)?.dispose();
    throw error;
  }
}

class EncodedWriter implements ClipWriter {
  readonly container: Container;
  readonly tape: Tape | null;
  bytes = 0;
  onFail: ClipWriter['onFail'] = null;
  onSilence: ClipWriter['onSilence'] = null;
  private readonly take: Take;
  private readonly frameMs: number;
  private readonly config: VideoEncoderConfig;
  private readonly clip: ClipOutput;
  private readonly video: EncodedVideoPacketSource;
  private encoder: VideoEncoder;
  private microphone: MicrophoneEncoder | null = null;
  private empty = true;
  private unwritten = 0;
  private lastMs = -Infinity;
  private lastKeyMs = -Infinity;

  constructor(take: Take, {container, codec, config}: VideoEncoding, tape: Tape | null) {
    this.take = take;
    this.tape = tape;
    this.frameMs = 1000 / take.frameRate;
    this.container = container;
    this.config = config;
    this.video = new EncodedVideoPacketSource(codec);
    this.clip = openClipOutput(container, tape);
    this.clip.output.addVideoTrack(this.video);
    this.encoder = this.openEncoder();
  }

  async open(audio: AudioEncoding | null): Promise<void> {
    const {microphone, clock} = this.take;
    const {output} = this.clip;
    if (!microphone || !audio) return output.start();

    const sound = new EncodedAudioPacketSource(audio.codec);
    output.addAudioTrack(sound);
    await output.start();
    this.microphone = await MicrophoneEncoder.open(microphone, audio, clock, {
      onPacket: (packet, meta) => {
        if (output.state !== 'started') return;
        this.bytes += packet.byteLength;
        // A packet that finds no place is left out: sound must not end the picture.
        sound.add(packet, meta).catch(() => undefined);
      },
      onFail: (cause) => {
        this.onSilence?.(
          new CaptureError('microphone-failed', `The sound gave up: ${String(cause)}`, cause),
        );
      },
      // The muxer must not hold back the picture for sound that will not come.
      onEnd: () => {
        sound.close();
      },
    });
  }

  get busy(): boolean {
    return (
      this.encoder.encodeQueueSize >= MAX_WAITING_FRAMES || this.unwritten >= MAX_UNWRITTEN_BYTES
    );
  }

  write(timeMs: number): void {
    if (this.lastMs < 0) this.resume();
    const keyFrame = timeMs - this.lastKeyMs >= KEY_FRAME_INTERVAL_MS;
    const frame = new VideoFrame(this.take.picture.canvas, {
      timestamp: Math.round(timeMs * 1000),
      duration: Math.round(this.frameMs * 1000),
    });
    try {
      this.encoder.encode(frame, {keyFrame});
    } finally {
      frame.close();
    }
    this.lastMs = timeMs;
    if (keyFrame) this.lastKeyMs = timeMs;
  }

  pause(): void {
    this.microphone?.pause();
  }

  resume(): void {
    this.microphone?.resume();
  }

  async finish(endMs: number): Promise<Blob> {
    try {
      // A picture that stood still is written once more, so that the file lasts as long as it did.
      if (endMs - this.lastMs > 1.5 * this.frameMs) this.write(endMs - this.frameMs);
      await this.encoder.flush();
    } catch {
      // The encoder has failed, now or before: the file ends with what it gave.
    }
    this.closeEncoder();
    await this.microphone?.stop();
    if (!this.empty) return this.clip.finish();
    this.clip.dispose();
    throw new CaptureError('no-frames', 'The encoder gave no frame.');
  }

  dispose(): void {
    this.closeEncoder();
    this.microphone?.dispose();
    this.clip.dispose();
  }

  private openEncoder(): VideoEncoder {
    const encoder = new VideoEncoder({
      output: (chunk, meta) => {
        this.empty = false;
        this.bytes += chunk.byteLength;
        void this.add(EncodedPacket.fromEncodedChunk(chunk), meta);
      },
      error: (error) => {
        // Browsers take an idle encoder away, as in a long pause. It had nothing left to give.
        if (error.name === 'QuotaExceededError') this.replaceEncoder();
        else this.fail(error);
      },
    });
    encoder.configure(this.config);
    return encoder;
  }

  private async add(packet: EncodedPacket, meta?: EncodedVideoChunkMetadata): Promise<void> {
    this.unwritten += packet.byteLength;
    try {
      await this.video.add(packet, meta);
    } catch (error) {
      this.fail(error);
    } finally {
      this.unwritten -= packet.byteLength;
    }
  }

  private replaceEncoder(): void {
    this.encoder = this.openEncoder();
    this.lastKeyMs = -Infinity;
  }

  private closeEncoder(): void {
    if (this.encoder.state !== 'closed') this.encoder.close();
  }

  private fail(cause: unknown): void {
    this.onFail?.(
      cause instanceof CaptureError
        ? cause
        : new CaptureError('encoder-failed', `The encoder gave up: ${String(cause)}`, cause),
    );
  }
}
