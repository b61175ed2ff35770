/** What stands in a cluster of a WebM, and between clusters, by its id. */
const CLUSTER = 0x1f43b675;
const CLUSTER_BYTES = [0x1f, 0x43, 0xb6, 0x75];
const TIMESTAMP = 0xe7;
const OTHERS = [
  TIMESTAMP,
  0xa3, // SimpleBlock
  0xa0, // BlockGroup
  0xa7, // Position
  0xab, // PrevSize
  0xec, // Void
  0x1c53bb6b, // Cues
  0x1254c367, // Tags
];

/** An id has 4 bytes at most, a size 8. */
const HEADER_BYTES = 12;

/** Clusters are looked for in pieces of this size, in bytes. */
const PIECE_BYTES = 2 ** 20;

/**
 * A WebM that was broken off, up to the end of its last whole element; nothing where there is none with a picture.
 * Given more than that, mediabunny 1.61 drops the last cluster, or looks for an element in what is broken for ever.
 */
export async function wholeWebm(clip: Blob): Promise<Blob> {
  let end = await lastCluster(clip);
  for (;;) {
    const element = await elementAt(clip, end);
    // What is in a cluster is looked at one by one.
    if (element?.id === CLUSTER) end = element.start;
    else if (element && OTHERS.includes(element.id) && element.end <= clip.size) end = element.end;
    else return clip.slice(0, end);
  }
}

/** Where the last cluster begins; 0 if there is none. */
async function lastCluster(clip: Blob): Promise<number> {
  for (let after = clip.size; after > 0; after -= PIECE_BYTES) {
    const from = Math.max(0, after - PIECE_BYTES);
    const piece = new Uint8Array(await clip.slice(from, after + 3).arrayBuffer());
    for (let at = piece.length - 4; at >= 0; at--) {
      const found = CLUSTER_BYTES.every((byte, index) => piece[at + index] === byte);
      if (found && (await isCluster(clip, from + at))) return from + at;
    }
  }
  return 0;
}

/** A picture may have the bytes of the id, too; a cluster begins with its time. */
async function isCluster(clip: Blob, place: number): Promise<boolean> {
  const cluster = await elementAt(clip, place);
  return cluster?.id === CLUSTER && (await elementAt(clip, cluster.start))?.id === TIMESTAMP;
}

/** What stands at a place: its id, and where its contents start and end; null if that cannot be an element. */
async function elementAt(clip: Blob, place: number) {
  const bytes = new Uint8Array(await clip.slice(place, place + HEADER_BYTES).arrayBuffer());
  const id = numberAt(bytes, 0, false);
  const size = id && numberAt(bytes, id.length, true);
  if (!size) return null;
  const start = place + id.length + size.length;
  return {id: id.value, start, end: start + size.value};
}

/** A number of EBML, whose first byte says by its leading zeros how many more follow; null where they do not. */
function numberAt(bytes: Uint8Array, place: number, isSize: boolean) {
  const first = bytes[place] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || place + length > bytes.length) return null;
  // An id keeps the bit that ends the zeros.
  const rest = bytes.subarray(place + 1, place + length);
  const value = rest.reduce(
    (sum, byte) => sum * 256 + byte,
    isSize ? first & (0x7f >> (length - 1)) : first,
  );
  return {value, length};
}
