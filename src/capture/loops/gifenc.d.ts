/** What is used here of a library that brings no types. */
declare module 'gifenc' {
  /** Red, green and blue, 0…255. */
  export type Colour = [red: number, green: number, blue: number];

  /** The colours that come nearest to those of RGBA pixels, which must not be none. */
  export function quantize(
    rgba: Uint8Array | Uint8ClampedArray,
    mostColours: number,
    options?: {format?: 'rgb565' | 'rgb444'},
  ): Colour[];

  export type FrameOptions = {
    /** With the colours of the whole file, and how often it is repeated: 0 for ever. */
    first?: boolean;
    palette?: Colour[];
    repeat?: number;
    /** In milliseconds, written in hundredths of a second. */
    delay?: number;
    transparent?: boolean;
    transparentIndex?: number;
    /** What becomes of the picture before the next: 1 it stays, 2 all is cleared. */
    dispose?: 1 | 2;
  };

  export type Encoder = {
    writeHeader(): void;
    writeFrame(places: Uint8Array, width: number, height: number, options?: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };

  /** @param options with `auto` false, header and first frame are told apart by the caller */
  export function GIFEncoder(options?: {auto?: boolean; initialCapacity?: number}): Encoder;
}
