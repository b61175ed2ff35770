import {gatherRows} from './gather-rows.ts';
import type {PictureWriter, StillSize} from './picture-writer.ts';
import {filteredRow, PNG_SIGNATURE, pngChunk, pngHeader} from './png-bytes.ts';

/** About so many bytes are compressed at a time. */
const PIECE_BYTES = 1 << 20;

/** Parts of the file are put together to blobs of this size, which the browser need not keep in memory. */
const BLOB_BYTES = 8 << 20;

/**
 * Writes a PNG of any size: rows are compressed as they come, and only the file is kept.
 *
 * @param clear whether something of the picture may be clear
 */
export function writePng({width, height}: StillSize, clear: boolean): PictureWriter {
  const channels = clear ? 4 : 3;
  const rowBytes = 1 + channels * width;
  const rowsAPiece = Math.max(1, Math.floor(PIECE_BYTES / rowBytes));
  const rows = gatherRows(width);
  const deflate = new CompressionStream('deflate');
  const input = deflate.writable.getWriter();
  const file = collectBlob([PNG_SIGNATURE, pngHeader(width, height, channels)]);
  const compressed = collectChunks();
  let above: Uint8Array = new Uint8Array(4 * width);
  let disposed = false;

  async function collectChunks() {
    const output = deflate.readable.getReader();
    for (let {value, done} = await output.read(); !done; {value, done} = await output.read()) {
      if (value) file.add(pngChunk('IDAT', value));
    }
  }
  // What fails is told to who writes; of a picture that is given up, nobody.
  compressed.catch(() => {});

  return {
    async take(tile) {
      const whole = rows.take(tile);
      for (let first = 0; first < whole.length; first += rowsAPiece) {
        const some = whole.slice(first, first + rowsAPiece);
        const piece = new Uint8Array(rowBytes * some.length);
        some.forEach((row, index) => {
          filteredRow(row, above, channels, piece.subarray(rowBytes * index));
          above = row;
        });
        await input.write(piece);
      }
    },
    async finish() {
      await input.close();
      await compressed;
      file.add(pngChunk('IEND'));
      return file.blob();
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      input.abort().catch(() => {});
    },
  };
}

function collectBlob(first: Uint8Array<ArrayBuffer>[]) {
  let parts: BlobPart[] = first;
  let bytes = 0;
  return {
    add(part: Uint8Array<ArrayBuffer>) {
      parts.push(part);
      bytes += part.length;
      if (bytes < BLOB_BYTES) return;
      parts = [new Blob(parts)];
      bytes = 0;
    },
    blob: () => new Blob(parts, {type: 'image/png'}),
  };
}
