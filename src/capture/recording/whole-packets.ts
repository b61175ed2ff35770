import {
  type EncodedPacket,
  EncodedPacketSink,
  type InputTrack,
  type PacketRetrievalOptions,
} from 'mediabunny';
import {unlessBroken} from './unless-broken.ts';

/** So many zeros at the end of a picture are too many, in bytes. */
const ZEROS = 16;

/**
 * The packets of a track up to where its file is broken off. A picture of which a dying machine has left but
 * zeros is left out, with all that build upon it.
 *
 * @throws {DOMException} where the browser cannot read the file any more
 */
export async function* wholePackets(
  track: InputTrack,
  options: PacketRetrievalOptions = {},
): AsyncGenerator<EncodedPacket> {
  const sink = new EncodedPacketSink(track);
  let intact = true;
  let packet = await unlessBroken(sink.getFirstPacket(options));
  while (packet) {
    if (packet.type === 'key') intact = true;
    if (track.isVideoTrack() && isBlank(packet)) intact = false;
    if (intact) yield packet;
    packet = await unlessBroken(sink.getNextPacket(packet, options));
  }
}

/** A picture that was not written to its end; none of a codec of ours ends so. */
function isBlank({data, isMetadataOnly}: EncodedPacket): boolean {
  return !isMetadataOnly && data.subarray(-ZEROS).every((byte) => byte === 0);
}
