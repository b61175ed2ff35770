/** What every PNG begins with. */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A chunk: its length, its name, what it holds and the checksum of both (ISO/IEC 15948, 5.3). */
export function pngChunk(
  name: string,
  data: Uint8Array<ArrayBuffer> = new Uint8Array(),
): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  for (let place = 0; place < 4; place++) chunk[4 + place] = name.charCodeAt(place);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crcOf(chunk.subarray(4, data.length + 8)));
  return chunk;
}

/** The first chunk: eight bits a channel, RGB or RGBA, not interlaced. */
export function pngHeader(width: number, height: number, channels: 3 | 4): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data[8] = 8;
  data[9] = channels === 3 ? 2 : 6;
  return pngChunk('IHDR', data);
}

/**
 * A row as it is compressed: the filter's number and each byte's difference from what its neighbours to the left and
 * above say of it (Paeth 1991, "Image File Compression Made Easy").
 *
 * @param row RGBA
 * @param above the row before, RGBA; zeros for the first
 */
export function filteredRow(
  row: Uint8Array,
  above: Uint8Array,
  channels: 3 | 4,
  out: Uint8Array,
): void {
  out[0] = PAETH;
  let place = 1;
  for (let pixel = 0; pixel < row.length; pixel += 4) {
    for (let channel = pixel; channel < pixel + channels; channel++) {
      const left = pixel === 0 ? 0 : (row[channel - 4] ?? 0);
      const corner = pixel === 0 ? 0 : (above[channel - 4] ?? 0);
      const up = above[channel] ?? 0;
      const byLeft = Math.abs(up - corner);
      const byUp = Math.abs(left - corner);
      const byCorner = Math.abs(left + up - 2 * corner);
      const guess = byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
      out[place++] = (row[channel] ?? 0) - guess;
    }
  }
}

const PAETH = 4;

const CRC_TABLE = Uint32Array.from({length: 256}, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
