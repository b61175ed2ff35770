import type {Engine} from '../../live/engine.ts';
import {type Brush, TONED} from '../../network/brush.ts';
import {type LoadedNetwork, sha256} from '../../network/load-network.ts';
import {isPalette, type Palette, paletteOf} from '../../network/palette.ts';
import {fitsArchitecture} from '../../network/plain-style.ts';
import type {StyleCode} from '../../network/style-code.ts';
import type {BrushesAt} from '../networks/open-brushes.ts';
import {readPicture} from './read-picture.ts';
import {STROKE_SIDES} from './stroke.ts';
import {fitKey, type KeptCode, type StyleShelf} from './style-shelf.ts';

/** Colours are counted in a picture of this longer side at most, in pixels. */
const PALETTE_SIDE = 256;

/** Style pictures are decoded to this longer side at most, in pixels; an analysis takes less. */
const PICTURE_SIDE = 1024;

/**
 * Knows what one network knows of every style, at each side at which one is seen. Of the gallery's
 * styles that comes with it, if brushes were fitted; of others it is computed once: then from memory,
 * and from the shelf on reload. A brush that was learnt here comes before all others.
 */
export class StyleAnalyst {
  private readonly known = new Map<string, StyleCode>();
  private readonly failed = new Set<string>();
  private readonly underWay = new Map<string, Promise<StyleCode>>();
  readonly network: LoadedNetwork;
  private readonly engine: Pick<Engine, 'analyzeStyle' | 'expect'>;
  private readonly brushes: BrushesAt;
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
    brushes: BrushesAt,
    shelf: StyleShelf,
    pictureOf: (id: string) => Promise<Blob>,
  ) {
    this.engine = engine;
    this.network = network;
    this.brushes = brushes;
    this.shelf = shelf;
    this.pictureOf = pictureOf;
  }

  /** The code of a style seen at a side if it is at hand: then it can be shown with the next frame. */
  recall(id: string, side: number): StyleCode | undefined {
    return this.known.get(seenAt(side, id));
  }

  /**
   * The code of a style without its brush, if that comes with the network: there sooner, and good to
   * paint with meanwhile.
   */
  sketch(id: string, side: number): Promise<StyleCode | undefined> {
    return this.brushes(side).sketchOf(id);
  }

  /** Whether a style's code only needs to be fetched, as nothing is to be computed. */
  isFitted(id: string, side: number): boolean {
    return this.brushes(side).has(id);
  }

  /** Whether an analysis of a style has failed; it can be tried again all the same. */
  hasFailed(id: string): boolean {
    return this.failed.has(id);
  }

  /**
   * The code of a style: with its brush, else its sketch, from the shelf or from its picture.
   *
   * @param side at which it is seen, in pixels
   * @throws SourceError if the picture cannot be read
   */
  analyze(id: string, side: number): Promise<StyleCode> {
    const seen = seenAt(side, id);
    const known = this.known.get(seen);
    if (known) return Promise.resolve(known);
    const running = this.underWay.get(seen) ?? this.analyzeNow(id, side);
    this.underWay.set(seen, running);
    return running
      .catch((error: unknown) => {
        this.failed.add(id);
        throw error;
      })
      .finally(() => this.underWay.delete(seen));
  }

  /** Forgets a style that was removed. */
  forget(id: string): void {
    for (const side of Object.values(STROKE_SIDES)) this.known.delete(seenAt(side, id));
  }

  /** Paints a style that is known with another brush from now on: with one that was learnt. */
  takeBrush(id: string, side: number, brush: Brush): void {
    const known = this.known.get(seenAt(side, id));
    if (known) this.know(id, side, withLearnt(known, brush));
  }

  /** Forgets what was learnt here of a style that came with a brush, and paints with that again. */
  async takeGivenBrush(id: string, side: number): Promise<void> {
    const {checksum} = this.network;
    await this.shelf.removeFit(fitKey(id, checksum, side));
    this.known.delete(seenAt(side, id));
    await this.analyze(id, side);
  }

  private know(id: string, side: number, code: StyleCode): StyleCode {
    this.known.set(seenAt(side, id), code);
    this.engine.expect(this.network, code);
    return code;
  }

  private async analyzeNow(id: string, side: number): Promise<StyleCode> {
    // At the same time: what cannot be reached is waited for once.
    const sketch = this.sketch(id, side);
    const learnt = this.recallBrush(id, side);
    const code =
      (await this.brushes(side).codeOf(id)) ??
      (await sketch) ??
      (await this.analyzeBlob(await this.pictureOf(id), side));
    const brush = await learnt;
    return this.know(id, side, brush ? withLearnt(code, brush) : code);
  }

  /** The brush that was learnt here, if it can be painted with: a storage may hold anything. */
  private async recallBrush(id: string, side: number): Promise<Brush | undefined> {
    const {checksum, weights} = this.network;
    if (!checksum) return undefined;
    const kept = await this.shelf.fit(fitKey(id, checksum, side)).catch(() => undefined);
    // Few have learnt something; the page is there without.
    const checking = kept && (await import('../../network/fitting/kept-fit.ts').catch(() => {}));
    return checking?.isKeptFit(kept, weights) ? kept.brush : undefined;
  }

  private async analyzeBlob(blob: Blob, side: number): Promise<StyleCode> {
    const key = await this.keyOf(blob, side);
    const kept = key ? await this.recallFromShelf(key) : undefined;
    if (kept) return kept;
    const code = await this.analyzePicture(blob, side);
    // A full storage costs time on the next visit, nothing else.
    if (key) void this.shelf.keepCode(key, code).catch(() => {});
    return code;
  }

  /** What the shelf has, if it can be painted with: a storage may hold anything. */
  private async recallFromShelf(key: string): Promise<KeptCode | undefined> {
    const kept = await this.shelf.code(key).catch(() => undefined);
    const fits = fitsArchitecture(kept?.statistics, this.network.architecture);
    return fits && isPalette(kept?.palette) ? kept : undefined;
  }

  /** Network, side and picture by its content; empty on insecure origins, which keep nothing. */
  private async keyOf(blob: Blob, side: number): Promise<string> {
    const hash = await sha256(await blob.arrayBuffer());
    const {checksum} = this.network;
    return hash && checksum ? `${checksum}/${side}/${hash}` : '';
  }

  private async analyzePicture(blob: Blob, side: number): Promise<KeptCode> {
    const picture = await readPicture(blob, PICTURE_SIDE);
    const {statistics} = await this.engine.analyzeStyle(this.network, picture, picture, side);
    return {statistics, palette: await paletteOfBlob(blob)};
  }
}

/** A style as it is painted with what was learnt of it here. */
function withLearnt(code: StyleCode, brush: Brush): StyleCode {
  return {...code, brushes: [{brush, share: 1, toned: TONED.learnt}]};
}

function seenAt(side: number, id: string): string {
  return `${side}/${id}`;
}

async function paletteOfBlob(blob: Blob): Promise<Palette | undefined> {
  const picture = await readPicture(blob, PALETTE_SIDE);
  const {width, height} = picture;
  const pixels = picture.getContext('2d')?.getImageData(0, 0, width, height).data;
  return pixels && paletteOf(pixels);
}
