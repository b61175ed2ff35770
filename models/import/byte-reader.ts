/** Reads bytes one after the other; every method moves on and throws where the bytes end. */
export class ByteReader {
  /** Where the next byte is read. */
  position: number;

  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.position = position;
  }

  take(count: number): Uint8Array {
    const start = this.advance(count);
    return this.bytes.subarray(start, start + count);
  }

  uint8(): number {
    return this.view.getUint8(this.advance(1));
  }

  uint16(): number {
    return this.view.getUint16(this.advance(2), true);
  }

  uint32(): number {
    return this.view.getUint32(this.advance(4), true);
  }

  int32(): number {
    return this.view.getInt32(this.advance(4), true);
  }

  /** An unsigned integer of eight bytes; exact up to 2⁵³. */
  uint64(): number {
    return Number(this.view.getBigUint64(this.advance(8), true));
  }

  /** A float64 in big-endian order, as pickles hold them. */
  bigEndianFloat64(): number {
    return this.view.getFloat64(this.advance(8));
  }

  text(length: number): string {
    return new TextDecoder().decode(this.take(length));
  }

  /** The text up to the next line feed, which is passed over. */
  line(): string {
    const end = this.bytes.indexOf(0x0a, this.position);
    const content = this.text((end < 0 ? this.bytes.length : end) - this.position);
    this.advance(1);
    return content;
  }

  private advance(count: number): number {
    const start = this.position;
    if (start + count > this.bytes.length) {
      throw new Error(
        `expected ${count} more bytes at byte ${start}, got ${this.bytes.length - start}; ` +
          'the file is cut short or damaged.',
      );
    }
    this.position += count;
    return start;
  }
}
