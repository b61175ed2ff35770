import {
  type EncodedPacket,
  getFirstEncodableAudioCodec,
  MediaStreamAudioTrackSource,
  MkvOutputFormat,
  NullTarget,
  Output,
  Quality,
} from 'mediabunny';
import type {Container} from '../container.ts';
import type {RecordingClock} from './recording-clock.ts';

const BITS_PER_SECOND = 128_000;

/** Sound that seems to come from so much later than now is in the wrong place, in seconds. */
const AHEAD_SECONDS = 1;

/** A way to encode a microphone that this browser has said it can do. */
export type AudioEncoding = {codec: 'aac' | 'opus'; quality: Quality};

/**
 * The best way to encode this track for a file, null where the browser has none. Opus goes into MP4
 * where AAC cannot be had: such a file shows its picture everywhere, which WebM does not, and is
 * silent only where Opus is unknown.
 */
export async function pickAudioEncoding(
  track: MediaStreamTrack,
  container: Container,
): Promise<AudioEncoding | null> {
  const {channelCount = 1, sampleRate = 48_000} = track.getSettings();
  const quality = new Quality({bitrate: BITS_PER_SECOND});
  const choices: AudioEncoding['codec'][] = container === 'mp4' ? ['aac', 'opus'] : ['opus'];
  const options = {numberOfChannels: channelCount, sampleRate, quality};
  const codec = (await getFirstEncodableAudioCodec(choices, options)) as 'aac' | 'opus' | null;
  return codec && {codec, quality};
}

/** What a microphone encoder tells. */
export type MicrophoneListener = {
  onPacket: (packet: EncodedPacket, meta: EncodedAudioChunkMetadata | undefined) => void;
  /** The encoder has failed; `onEnd` follows. */
  onFail: (cause: unknown) => void;
  /** No more packets will come: stopped, unplugged or failed. Called once. */
  onEnd: () => void;
};

/**
 * Encodes what a microphone hears on the time of a recording; silent until `resume`.
 *
 * An output whose encoder has failed cannot be finished, and a microphone must not spoil the
 * picture. So it encodes into an output of its own, which is thrown away, and tells the packets.
 */
export class MicrophoneEncoder {
  private readonly source: MediaStreamAudioTrackSource;
  private readonly output = new Output({format: new MkvOutputFormat(), target: new NullTarget()});
  private readonly listener: MicrophoneListener;
  private ending: Promise<void> | null = null;

  /** Opens the encoder; `stop` or `dispose` closes it. The track stays the caller's. */
  static async open(
    track: MediaStreamTrack,
    encoding: AudioEncoding,
    clock: RecordingClock,
    listener: MicrophoneListener,
  ): Promise<MicrophoneEncoder> {
    const encoder = new MicrophoneEncoder(track, encoding, clock, listener);
    try {
      await encoder.output.start();
      return encoder;
    } catch (error) {
      encoder.dispose();
      throw error;
    }
  }

  private constructor(
    track: MediaStreamTrack,
    encoding: AudioEncoding,
    clock: RecordingClock,
    listener: MicrophoneListener,
  ) {
    this.listener = listener;
    // The source counts from its first sample, which may come well after the first frame.
    let shift: number | null = null;
    let end = 0;
    this.source = new MediaStreamAudioTrackSource(track as MediaStreamAudioTrack, {
      ...encoding,
      transform: {
        process: (sample) => {
          const elapsed = clock.elapsedMs / 1000;
          // Nothing is heard before its time, unless the clock has left out that the machine slept.
          if (shift === null || sample.timestamp + shift > elapsed + AHEAD_SECONDS) {
            shift = Math.max(end, elapsed - sample.duration) - sample.timestamp;
          }
          sample.setTimestamp(sample.timestamp + shift);
          end = sample.timestamp + sample.duration;
          return sample;
        },
      },
      onEncodedPacket: (packet, meta) => {
        listener.onPacket(packet, meta);
      },
    });
    this.source.pause();
    this.output.addAudioTrack(this.source);
    this.source.errorPromise.catch((error: unknown) => {
      if (!this.ending) listener.onFail(error);
      void this.stop();
    });
    track.addEventListener('ended', () => void this.stop(), {once: true});
  }

  pause(): void {
    this.source.pause();
  }

  resume(): void {
    this.source.resume();
  }

  /** Encodes what was heard so far and closes the encoder. Never rejects; may be called twice. */
  stop(): Promise<void> {
    this.ending ??= this.output
      .finalize()
      .catch(() => undefined) // The packets told so far are good, and all there is.
      .then(this.listener.onEnd);
    return this.ending;
  }

  /** Closes the encoder; may be called twice. */
  dispose(): void {
    this.ending ??= this.output.cancel().catch(() => undefined);
  }
}
