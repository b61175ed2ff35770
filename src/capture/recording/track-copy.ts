import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedVideoPacketSource,
  type InputAudioTrack,
  type InputTrack,
  type InputVideoTrack,
  type Output,
} from 'mediabunny';
import {wholePackets} from './whole-packets.ts';

/** A track on its way into another file; nothing is encoded anew. */
export type TrackCopy = {
  /** What is to be copied next, until all is. */
  readonly next: EncodedPacket | undefined;
  /** Copies that, so many seconds earlier, and has the one after it ready. */
  step(secondsEarlier: number): Promise<void>;
};

/** Adds a track to an output that is still to be started; null where it holds nothing, or nothing that is known. */
export async function copyTrack(track: InputTrack, output: Output): Promise<TrackCopy | null> {
  const count = await countPackets(track);
  if (count === 0) return null;
  const copied = track.isVideoTrack()
    ? await addPicture(track, output, count)
    : track.isAudioTrack()
      ? await addSound(track, output, count)
      : null;
  if (!copied) return null;

  const packets = wholePackets(track);
  const take = async () => (await packets.next()).value as EncodedPacket | undefined;
  let next = await take();
  return {
    get next() {
      return next;
    },
    async step(secondsEarlier) {
      if (!next) return;
      await copied.add(next.clone({timestamp: next.timestamp - secondsEarlier}));
      next = await take();
      if (!next) copied.close();
    },
  };
}

/** For so many a file keeps room in its index. */
async function countPackets(track: InputTrack): Promise<number> {
  const packets = wholePackets(track, {metadataOnly: true});
  let count = 0;
  while (!(await packets.next()).done) count++;
  return count;
}

type Copied = {add(packet: EncodedPacket): Promise<void>; close(): void};

async function addPicture(
  track: InputVideoTrack,
  output: Output,
  maximumPacketCount: number,
): Promise<Copied | null> {
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!codec || !decoderConfig) return null;
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, {maximumPacketCount});
  return {
    add: (packet) => source.add(packet, {decoderConfig}),
    close() {
      source.close();
    },
  };
}

async function addSound(
  track: InputAudioTrack,
  output: Output,
  maximumPacketCount: number,
): Promise<Copied | null> {
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()];
  if (!codec || !decoderConfig) return null;
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source, {maximumPacketCount});
  return {
    add: (packet) => source.add(packet, {decoderConfig}),
    close() {
      source.close();
    },
  };
}
