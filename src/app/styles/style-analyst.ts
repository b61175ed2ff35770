import type {Engine} from '../../live/engine.ts';
import {decodePicture} from '../../live/sources/decode-picture.ts';
import {type LoadedNetwork, sha256} from '../../network/load-network.ts';
import type {StyleStatistics} from '../../network/style-statistics.ts';
import type {StyleShelf} from './style-shelf.ts';

/** Style pictures are decoded to this longer side at most, in pixels; analysis takes half of it. */
const PICTURE_SIDE = 1024;

/**
 * Knows f(s) of every style in one network, computing it once: then from memory, and from the shelf
 * on reload.
 */
export class StyleAnalyst {
  private readonly known = new Map<string, StyleStatistics>();
  private readonly underWay = new Map<string, Promise<StyleStatistics>>();
  readonly model: LoadedNetwork;
  private readonly engine: Engine;
  private readonly shelf: StyleShelf;

  /** @param model whose statistics mean nothing to another */
  constructor(engine: Engine, model: LoadedNetwork, shelf: StyleShelf) {
    this.engine = engine;
    this.model = model;
    this.shelf = shelf;
  }

  /** The statistics of a style if they are at hand: then it can be shown with the next frame. */
  recall(id: string): StyleStatistics | undefined {
    return this.known.get(id);
  }

  /**
   * The statistics of a style, from the shelf or from its picture.
   *
   * @throws SourceError if the picture cannot be read
   */
  analyze(id: string, picture: () => Promise<Blob>): Promise<StyleStatistics> {
    const known = this.known.get(id);
    if (known) return Promise.resolve(known);
    const running = this.underWay.get(id) ?? this.analyzeNow(id, picture);
    this.underWay.set(id, running);
    return running.finally(() => this.underWay.delete(id));
  }

  /** Forgets a style that was removed. */
  forget(id: string): void {
    this.known.delete(id);
  }

  private async analyzeNow(id: string, picture: () => Promise<Blob>): Promise<StyleStatistics> {
    const blob = await picture();
    const key = await this.keyOf(blob);
    const kept = key ? await this.shelf.statistics(key).catch(() => undefined) : undefined;
    const statistics = kept ?? (await this.analyzePicture(blob));
    this.known.set(id, statistics);
    // A full storage costs time on the next visit, nothing else.
    if (key && !kept) await this.shelf.keepStatistics(key, statistics).catch(() => {});
    return statistics;
  }

  /** Network and picture, both by content; empty on insecure origins, which keep nothing. */
  private async keyOf(blob: Blob): Promise<string> {
    const hash = await sha256(await blob.arrayBuffer());
    const {checksum} = this.model;
    return hash && checksum ? `${checksum}/${hash}` : '';
  }

  private async analyzePicture(blob: Blob): Promise<StyleStatistics> {
    const picture = await decodePicture(blob, PICTURE_SIDE);
    return (await this.engine.analyzeStyle(this.model, picture, picture)).statistics;
  }
}
