/** Flags of `VP8X`. */
const HAS_ALPHA = 0x10;
const IS_ANIMATED = 0x02;

/** Of `ANMF`: the picture replaces what was there, where it is clear too. */
const REPLACES = 0x02;

/** Before the first chunk of a file, and before what is in a chunk, in bytes. */
const FILE_HEAD = 12;
const CHUNK_HEAD = 8;

/** The chunks that are the picture; others tell of it. */
const OF_PICTURE = ['ALPH', 'VP8 ', 'VP8L'];

type Bytes = Uint8Array | readonly number[];

/**
 * Puts pictures together as an animated WebP that is repeated for ever
 * (https://developers.google.com/speed/webp/docs/riff_container).
 *
 * @param pictures WebP files of `width` × `height` pixels, as canvases give them
 * @param delays one for each, in milliseconds
 * @throws RangeError where one of them is no WebP
 */
export function webpFile(
  width: number,
  height: number,
  pictures: readonly Uint8Array[],
  delays: readonly number[],
): Uint8Array<ArrayBuffer> {
  const size = [...integer(width - 1, 3), ...integer(height - 1, 3)];
  let flags = IS_ANIMATED;
  const frames = pictures.map((file, place) => {
    const chunks = chunksOf(file).filter(({name}) => OF_PICTURE.includes(name));
    if (chunks.length === 0) throw new RangeError('Expected a WebP with a picture in it.');
    // A lossless picture may have it, too.
    if (chunks.some(({name}) => name !== 'VP8 ')) flags |= HAS_ALPHA;
    const corner = integer(0, 6);
    const delay = integer(delays[place] ?? 0, 3);
    return chunk('ANMF', corner, size, delay, [REPLACES], ...chunks.map(({bytes}) => bytes));
  });
  const background = integer(0, 4);
  const repeat = integer(0, 2);
  return chunk(
    'RIFF',
    letters('WEBP'),
    chunk('VP8X', [flags, 0, 0, 0], size),
    chunk('ANIM', background, repeat),
    ...frames,
  );
}

/** The chunks of a file, with their heads. */
function chunksOf(file: Uint8Array): {name: string; bytes: Uint8Array}[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks = [];
  for (let at = FILE_HEAD; at + CHUNK_HEAD <= file.length;) {
    const name = String.fromCharCode(...file.subarray(at, at + 4));
    const end = at + CHUNK_HEAD + padded(view.getUint32(at + 4, true));
    chunks.push({name, bytes: file.subarray(at, end)});
    at = end;
  }
  return chunks;
}

function chunk(name: string, ...parts: Bytes[]): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(CHUNK_HEAD + padded(length));
  bytes.set([...letters(name), ...integer(length, 4)]);
  let at = CHUNK_HEAD;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Chunks begin at even places. */
function padded(length: number): number {
  return length + (length % 2);
}

function letters(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A whole number in so many bytes, the lowest first. */
function integer(value: number, bytes: number): number[] {
  return Array.from({length: bytes}, (_, place) => (value >>> (8 * place)) & 0xff);
}
