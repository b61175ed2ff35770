import type {Engine} from '../../live/engine.ts';
import type {Brushes} from '../../network/load-brushes.ts';
import {type LoadedNetwork, sha256} from '../../network/load-network.ts';
import {type Palette, paletteOf} from '../../network/palette.ts';
import {fitsArchitecture} from '../../network/plain-style.ts';
import type {StyleCode} from '../../network/style-code.ts';
import {readPicture} from './read-picture.ts';
import type {StyleShelf} from './style-shelf.ts';

/** Colours are counted in a picture of this longer side at most, in pixels. */
const PALETTE_SIDE = 256;

/** Style pictures are decoded to this longer side at most, in pixels; analysis takes half of it. */
const PICTURE_SIDE = 1024;

/**
 * Knows what one network knows of every style. Of the gallery's styles that comes with it, if brushes
 * were fitted; of others it is computed once: then from memory, and from the shelf on reload.
 */
export class StyleAnalyst {
  private readonly known = new Map<string, StyleCode>();
  private readonly failed = new Set<string>();
  private readonly underWay = new Map<string, Promise<StyleCode>>();
  readonly network: LoadedNetwork;
  private readonly engine: Pick<Engine, 'analyzeStyle' | 'expect'>;
  private readonly brushes: Brushes;
  private readonly shelf: StyleShelf;
  private readonly pictureOf: (id: string) => Promise<Blob>;

  /**
   * @param network whose codes mean nothing to another
   * @param brushes that come with the network
   * @param pictureOf gives the picture of a style
   */
  constructor(
    engine: Pick<Engine, 'analyzeStyle' | 'expect'>,
    network: LoadedNetwork,
    brushes: Brushes,
    shelf: StyleShelf,
    pictureOf: (id: string) => Promise<Blob>,
  ) {
    this.engine = engine;
    this.network = network;
    this.brushes = brushes;
    this.shelf = shelf;
    this.pictureOf = pictureOf;
  }

  /** The code of a style if it is at hand: then it can be shown with the next frame. */
  recall(id: string): StyleCode | undefined {
    return this.known.get(id);
  }

  /** Whether a style's code only needs to be fetched, as nothing is to be computed. */
  isFitted(id: string): boolean {
    return this.brushes.has(id);
  }

  /** Whether an analysis of a style has failed; it can be tried again all the same. */
  hasFailed(id: string): boolean {
    return this.failed.has(id);
  }

  /**
   * The code of a style: with its brush, from the shelf or from its picture.
   *
   * @throws SourceError if the picture cannot be read
   */
  analyze(id: string): Promise<StyleCode> {
    const known = this.known.get(id);
    if (known) return Promise.resolve(known);
    const running = this.underWay.get(id) ?? this.analyzeNow(id);
    this.underWay.set(id, running);
    return running
      .catch((error: unknown) => {
        this.failed.add(id);
        throw error;
      })
      .finally(() => this.underWay.delete(id));
  }

  /** Forgets a style that was removed. */
  forget(id: string): void {
    this.known.delete(id);
  }

  private async analyzeNow(id: string): Promise<StyleCode> {
    const code =
      (await this.brushes.codeOf(id)) ?? (await this.analyzeBlob(await this.pictureOf(id)));
    this.known.set(id, code);
    this.engine.expect(this.network, code);
    return code;
  }

  private async analyzeBlob(blob: Blob): Promise<StyleCode> {
    const key = await this.keyOf(blob);
    const kept = key ? await this.recallFromShelf(key) : undefined;
    const code = kept ?? (await this.analyzePicture(blob));
    // A full storage costs time on the next visit, nothing else.
    if (key && !kept) void this.shelf.keepStatistics(key, code.statistics).catch(() => {});
    return {...code, palette: await paletteOfBlob(blob)};
  }

  /** What the shelf has, if it can be painted with: a storage may hold anything. */
  private async recallFromShelf(key: string): Promise<StyleCode | undefined> {
    const statistics = await this.shelf.statistics(key).catch(() => undefined);
    return fitsArchitecture(statistics, this.network.architecture) ? {statistics} : undefined;
  }

  /** Network and picture, both by content; empty on insecure origins, which keep nothing. */
  private async keyOf(blob: Blob): Promise<string> {
    const hash = await sha256(await blob.arrayBuffer());
    const {checksum} = this.network;
    return hash && checksum ? `${checksum}/${hash}` : '';
  }

  private async analyzePicture(blob: Blob): Promise<StyleCode> {
    const picture = await readPicture(blob, PICTURE_SIDE);
    return this.engine.analyzeStyle(this.network, picture, picture);
  }
}

async function paletteOfBlob(blob: Blob): Promise<Palette | undefined> {
  const picture = await readPicture(blob, PALETTE_SIDE);
  const {width, height} = picture;
  const pixels = picture.getContext('2d')?.getImageData(0, 0, width, height).data;
  return pixels && paletteOf(pixels);
}
