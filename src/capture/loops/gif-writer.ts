import {type Colour, GIFEncoder} from 'gifenc';
import {ditherAt, isClear, nearestOf} from './gif-colours.ts';

/** The place of what is clear, after those of the colours. */
const CLEAR = 255;

/** A pixel stays as it is where no channel is out by more than this, of 255: less than colours are apart. */
const SAME_WITHIN = 10;

/** Where fewer pixels stay, of all, a whole picture is smaller than what is different in it. */
const WORTH_SHARE = 0.5;

/** Room for a picture to begin with, in bytes. */
const CAPACITY = 2 ** 18;

/** How a GIF is written. */
export type GifOptions = {
  /** Of all pictures, in pixels. */
  width: number;
  height: number;
  /** Of all pictures, 255 at most. */
  colours: Colour[];
  /** In hundredths of a second, one for each picture. */
  delays: readonly number[];
  /** Whether neighbours take turns between two colours where neither fits. */
  dithers: boolean;
};

/** A picture as places of colours, `CLEAR` where it is clear, or where what was there before stays. */
type Picture = {places: Uint8Array; hasHoles: boolean};

/**
 * Writes pictures into a GIF that is repeated for ever. Of a picture that is much like the one before, only what is
 * different is written. Clear pixels stay clear, by a threshold.
 */
export class GifWriter {
  private readonly options: GifOptions;
  private readonly nearest: ReturnType<typeof nearestOf>;
  private readonly encoder = GIFEncoder({auto: false, initialCapacity: CAPACITY});
  /** What is seen after the picture that was added last. */
  private readonly shown: Uint8Array;
  /** Added and not yet written: the next one says what becomes of it. */
  private pending: Picture | undefined;
  private written = 0;

  constructor(options: GifOptions) {
    this.options = options;
    this.nearest = nearestOf(options.colours);
    this.shown = new Uint8Array(options.width * options.height).fill(CLEAR);
    this.encoder.writeHeader();
  }

  /** @param pixels RGBA */
  add(pixels: Uint8ClampedArray): void {
    const {places, hasHoles} = this.placesOf(pixels);
    // Clear pixels are seen only where nothing is left of the picture before.
    if (this.pending) this.write(this.pending, hasHoles ? 2 : 1);
    const changes = this.pending && !hasHoles ? this.changesTo(places, pixels) : undefined;
    this.pending = changes ?? {places, hasHoles};
    if (!changes) this.shown.set(places);
  }

  /** The file; nothing can be added any more. */
  finish(): Uint8Array<ArrayBuffer> {
    if (this.pending) this.write(this.pending, 1);
    this.encoder.finish();
    return this.encoder.bytes();
  }

  private placesOf(pixels: Uint8ClampedArray): Picture {
    const {width, height, dithers} = this.options;
    const places = new Uint8Array(width * height);
    let hasHoles = false;
    for (let place = 0, at = 0; place < places.length; place++, at += 4) {
      if (isClear(pixels[at + 3] as number)) {
        places[place] = CLEAR;
        hasHoles = true;
        continue;
      }
      const moved = dithers ? ditherAt(place % width, Math.floor(place / width)) : 0;
      places[place] = this.nearest(
        within255((pixels[at] as number) + moved),
        within255((pixels[at + 1] as number) + moved),
        within255((pixels[at + 2] as number) + moved),
      );
    }
    return {places, hasHoles};
  }

  /** What is different from what is seen, which becomes the new picture; undefined where most of it is. */
  private changesTo(places: Uint8Array, pixels: Uint8ClampedArray): Picture | undefined {
    const {shown} = this;
    const changes = new Uint8Array(places);
    let same = 0;
    for (let place = 0; place < places.length; place++) {
      if (
        shown[place] !== places[place] &&
        !this.isLike(shown[place] as number, pixels, 4 * place)
      ) {
        continue;
      }
      changes[place] = CLEAR;
      same++;
    }
    if (same < WORTH_SHARE * places.length) return undefined;
    for (const [place, change] of changes.entries()) if (change !== CLEAR) shown[place] = change;
    return {places: changes, hasHoles: true};
  }

  private isLike(shown: number, pixels: Uint8ClampedArray, at: number): boolean {
    const colour = this.options.colours[shown];
    if (!colour) return false;
    return (
      Math.abs(colour[0] - (pixels[at] as number)) <= SAME_WITHIN &&
      Math.abs(colour[1] - (pixels[at + 1] as number)) <= SAME_WITHIN &&
      Math.abs(colour[2] - (pixels[at + 2] as number)) <= SAME_WITHIN
    );
  }

  private write({places, hasHoles}: Picture, dispose: 1 | 2): void {
    const {width, height, colours, delays} = this.options;
    const isFirst = this.written === 0;
    this.encoder.writeFrame(places, width, height, {
      ...(isFirst ? {first: true, palette: tableOf(colours), repeat: 0} : {}),
      delay: 10 * (delays[this.written] ?? 0),
      transparent: hasHoles,
      transparentIndex: CLEAR,
      dispose,
    });
    this.written++;
  }
}

/** All 256 places, whatever is in them: pixels are written in eight bits. */
function tableOf(colours: Colour[]): Colour[] {
  return Array.from({length: 256}, (_, place) => colours[place] ?? [0, 0, 0]);
}

function within255(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
