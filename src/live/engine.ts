import type {Frame} from '../gpu/frame.ts';
import {openPainter} from '../gpu/open-painter.ts';
import type {
  LargePainting,
  Paint,
  PaintAt,
  PaintedTile,
  Painter,
  PainterEvents,
  PainterStats,
  View,
} from '../gpu/painter.ts';
import type {Size} from '../gpu/size.ts';
import type {TuningMemory} from '../gpu/tuning-memory.ts';
import type {Fitter, FitterSource} from '../network/fitting/fitter.ts';
import type {LoadedNetwork} from '../network/load-network.ts';
import type {PersonNetwork} from '../network/person/person-network.ts';
import type {StyleCode} from '../network/style-code.ts';
import {fitBetweenFrames} from './pace/fit-between-frames.ts';
import {FrameClock} from './pace/frame-clock.ts';
import {FrameLoop} from './pace/frame-loop.ts';
import {FrameMeter, type FrameRate} from './pace/frame-meter.ts';
import {FrameTurns} from './pace/frame-turns.ts';
import {LADDER, SizeLadder, workingSize} from './pace/size-ladder.ts';
import {tileSide} from './pace/tile-side.ts';
import {timeNetwork} from './pace/time-network.ts';
import {createTimer, type Timer} from './pace/timer.ts';
import type {FrameSource} from './sources/frame-source.ts';
import {hasPixels, StageFrame} from './stage-frame.ts';

/** What the gallery's pictures are; only the aspect counts. */
const USUAL_STYLE = {width: 1, height: 1};

/** Only the aspect counts: what is compiled ahead should fit the first frames. */
const USUAL_FRAME = {width: 4, height: 3};

/** What the engine tells its owner, from the first moment of its opening on. */
export type EngineEvents = PainterEvents & {
  /**
   * A source's frame cannot be read: PictureRefusedError, or what the source has thrown. Told once a
   * source; its next frame is tried again, and any other source's.
   */
  onFrameRefused: (error: unknown) => void;
};

/** How an engine starts. */
export type EngineOptions = {
  /** Short side of the painting in pixels, or `auto` to follow the machine's speed. */
  size: number | 'auto';
  /** What earlier starts have found out. */
  memory?: TuningMemory;
};

/** What the engine measures. */
export type EngineStats = Size & FrameRate & PainterStats & {running: boolean};

/**
 * Paints a source on the one visible canvas, live: a stage that has the frame, a painter, and the
 * pace. Sources belong to the caller, who closes one after giving another.
 */
export class Engine {
  /** Resolves when the first painted frame is on the canvas. */
  readonly firstFrame: Promise<void>;
  private onFirstFrame = () => {};
  private readonly canvas: HTMLCanvasElement;
  private readonly painter: Painter;
  private readonly timer: Timer;
  private readonly events: EngineEvents;
  private readonly clock: FrameClock;
  private readonly loop: FrameLoop;
  private readonly turns: FrameTurns;
  private readonly meter = new FrameMeter();
  private readonly stage = new StageFrame();
  private readonly listeners = new Set<(timeMs: number) => void>();
  private source: FrameSource | undefined;
  private refused: FrameSource | undefined;
  /** How many want it painted in a hidden tab. */
  private wantedHidden = 0;
  private paintAt: PaintAt = () => undefined;
  /** Of the painting. */
  private size: Size = {width: 0, height: 0};
  private painting: LoadedNetwork | undefined;
  private view: View = {mirror: false, divider: 0, enlarged: false};
  private side: number | SizeLadder;

  /**
   * Starts painting on a canvas that nobody else has drawn on.
   *
   * @throws GpuUnsupportedError where no network can run, ContextLostError where the GPU went away
   *   meanwhile and stayed away
   */
  static async open(
    canvas: HTMLCanvasElement,
    network: LoadedNetwork,
    {size: wanted, memory}: EngineOptions,
    events: EngineEvents,
  ): Promise<Engine> {
    const timer = createTimer();
    const side = wanted === 'auto' ? new SizeLadder(LADDER[0]) : wanted;
    const size = workingSize(USUAL_FRAME, shortSideOf(side));
    let engine: Engine | undefined;
    const onRestored = () => {
      engine?.repaint();
      events.onRestored();
    };
    try {
      const {wait} = timer;
      const painterEvents = {...events, onRestored};
      const options = {canvas, network, size, wait, memory, events: painterEvents};
      engine = new Engine(canvas, await openPainter(options), timer, side, events);
      return engine;
    } catch (error) {
      timer.dispose();
      throw error;
    }
  }

  private constructor(
    canvas: HTMLCanvasElement,
    painter: Painter,
    timer: Timer,
    side: number | SizeLadder,
    events: EngineEvents,
  ) {
    this.canvas = canvas;
    this.painter = painter;
    this.timer = timer;
    this.side = side;
    this.events = events;
    this.firstFrame = new Promise((resolve) => (this.onFirstFrame = resolve));
    this.loop = new FrameLoop({
      paint: () => this.paintNow(),
      finished: () => painter.finished(),
      now: () => performance.now(),
      onFinished: this.onFinished,
      onError: this.onError,
    });
    this.turns = new FrameTurns({loop: this.loop, wait: timer.wait});
    this.clock = new FrameClock(timer, this.onTick);
    this.loop.start();
  }

  /** Paints another source from the next frame on; without one, nothing. */
  setSource(source: FrameSource | undefined): void {
    this.source = source;
    this.refused = undefined;
    this.stage.setSource(source, performance.now());
    this.clock.follow(source);
    this.loop.request();
  }

  /** Asks this what to paint with, from the next frame on. */
  setPaintAt(paintAt: PaintAt): void {
    this.paintAt = paintAt;
    this.repaint();
  }

  /** Paints the frame at hand anew: what it is to be painted with has changed. */
  repaint(): void {
    this.loop.request();
  }

  /** Has regions covered from now on, and with a network persons found; see `Painter`. */
  async openRegions(network?: PersonNetwork): Promise<void> {
    await this.painter.openRegions(network);
    this.repaint();
  }

  /**
   * How much of a source's frame of now persons cover, 0…1; undefined where that is not known.
   *
   * @param source the one on the stage where it is left out
   */
  async presence(source = this.source): Promise<number | undefined> {
    if (!source || !hasPixels(source)) return undefined;
    const frame = source.frame(performance.now());
    try {
      return await this.painter.presence(frame);
    } finally {
      frame.close();
    }
  }

  /** Puts another network beside those in use, ready to paint, while painting goes on. */
  addNetwork(network: LoadedNetwork): Promise<void> {
    return this.painter.addNetwork(network, workingSize(USUAL_FRAME, this.shortSide));
  }

  /** Frees a network; the one that paints, as soon as another does. */
  removeNetwork(network: LoadedNetwork): void {
    this.painter.removeNetwork(network);
  }

  /**
   * How long a frame of the source takes a network, in milliseconds. The picture on the stage stands
   * still for a few of these frames.
   *
   * @param shortSide in pixels
   */
  async frameTime(network: LoadedNetwork, shortSide: number): Promise<number> {
    this.loop.stop();
    try {
      const frame = this.painter.frameSize ?? USUAL_FRAME;
      return await timeNetwork(this.painter, network, frame, shortSide);
    } finally {
      this.loop.start();
      this.loop.request();
    }
  }

  /** What is heard of the source now; it stays the source's. */
  get sound(): MediaStreamTrack | undefined {
    return this.source?.sound;
  }

  /** How often the source has a frame, in milliseconds. */
  get intervalMs(): number {
    return this.clock.intervalMs;
  }

  /**
   * What a network knows of a style picture. Waits for the GPU if it is away.
   *
   * @param picture of `size`; its aspect is kept within 1:3 and 3:1
   * @param side short side in pixels at which it is analysed
   * @throws PictureRefusedError where it cannot be read
   */
  analyzeStyle(
    network: LoadedNetwork,
    picture: TexImageSource,
    size: Size,
    side: number,
  ): Promise<StyleCode> {
    return this.painter.analyzeStyle(network, picture, size, workingSize(size, side));
  }

  /** Makes the first frame with a code quick: for a moment when there is time. */
  expect(network: LoadedNetwork, code: StyleCode): void {
    this.painter.expect(network, code);
  }

  /** Makes the first analysis of a square picture at a side quick: for a moment when there is time. */
  prepareAnalysis(network: LoadedNetwork, side: number): Promise<void> {
    return this.painter.prepareAnalysis(network, workingSize(USUAL_STYLE, side));
  }

  /**
   * Begins the fit of a brush on the GPU that paints, or goes on with one: see `Painter`. The picture goes
   * on at half its rate at least while a step is taken.
   *
   * @throws where no content is large enough, or the start is of another network
   */
  async openFitter(source: FitterSource): Promise<Fitter> {
    const fitter = await this.painter.openFitter(source);
    return fitBetweenFrames(fitter, this.turns, () => performance.now());
  }

  /**
   * A picture of this moment, which the caller closes; undefined where there is none, or the GPU is
   * away.
   *
   * @param what `painting`: what the canvas shows, painted now; `frame`: the unpainted frame as it
   *   came, not mirrored; while frozen the one that is held
   */
  async grab(what: 'painting' | 'frame'): Promise<ImageBitmap | undefined> {
    if (what === 'frame') return this.stage.picture(this.painter, performance.now());
    return this.paintNow() ? createImageBitmap(this.canvas) : undefined;
  }

  /** How many pixels the frame of now has, with all there are of it; undefined where there is none. */
  fullSize(): Promise<Size | undefined> {
    return this.stage.fullSize(this.painter);
  }

  /**
   * The unpainted frame of now, not mirrored, with all the pixels there are of it: a still as it came, a photo of the
   * camera; while frozen the one that is held. The caller closes it. Undefined where there is none.
   *
   * @throws SourceError where a picture can no longer be read
   */
  takeFull(): Promise<Frame | undefined> {
    return this.stage.full(this.painter, performance.now());
  }

  /**
   * Paints a frame at a size of its own, tile after tile: see `Painter`. The picture goes on at half its rate at least,
   * and while `turn` is waited for.
   */
  async paintLarge(
    paint: Paint,
    frame: Frame,
    painting: LargePainting,
    take: (tile: PaintedTile) => void | Promise<void>,
  ): Promise<void> {
    const turn = async (pieceMs: number) => {
      this.turns.end();
      await painting.turn?.(pieceMs);
      await this.turns.give(pieceMs);
    };
    const {width, height} = this.size;
    const {frameMs} = this.meter.read(performance.now());
    const side = painting.tileSide ?? tileSide(width * height, frameMs);
    try {
      await this.painter.paintLarge(paint, frame, {...painting, tileSide: side, turn}, take);
    } finally {
      this.turns.end();
    }
  }

  /**
   * Calls `listener` for each picture that has just been drawn on the canvas, which can be read until
   * it returns, with the time of its frame. Returns the function that stops it.
   */
  onPresented(listener: (timeMs: number) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  setView(view: View): void {
    this.view = view;
    this.loop.request();
  }

  /** @param size short side in pixels, or `auto` to follow the machine's speed */
  setSize(size: number | 'auto'): void {
    this.side = size === 'auto' ? new SizeLadder(this.shortSide) : size;
    this.loop.request();
  }

  /** Holds the frame on the stage, which can still be painted in other ways. */
  setFrozen(frozen: boolean): void {
    this.stage.frozen = frozen;
    this.loop.request();
  }

  /** Calls `listener` every `ms` milliseconds, in a hidden tab, too; gives the function that stops it. */
  every(ms: number, listener: () => void): () => void {
    return this.timer.every(ms, listener);
  }

  /** Says whether painting goes on in a hidden tab: as long as somebody wants it who has not said no again. */
  keepGoing(keepsGoing: boolean): void {
    this.wantedHidden += keepsGoing ? 1 : -1;
    this.clock.keepGoing(this.wantedHidden > 0);
  }

  /** What is measured now. */
  stats(): EngineStats {
    const {width, height} = this.size;
    return {
      ...this.meter.read(performance.now()),
      ...this.painter.stats(this.painting),
      running: !this.painter.away && this.source !== undefined && !this.stage.frozen,
      width,
      height,
    };
  }

  /** Ends painting and frees the GPU side; may be called twice. */
  dispose(): void {
    this.loop.stop();
    this.setSource(undefined);
    this.clock.dispose();
    this.painter.dispose();
    this.timer.dispose();
    this.listeners.clear();
  }

  private get shortSide(): number {
    return shortSideOf(this.side);
  }

  /** Paints the frame of this moment at once; false if there is nothing to paint or the GPU is away. */
  private paintNow(): boolean {
    const timeMs = this.stage.timeAt(performance.now());
    const paint = this.paintAt(timeMs);
    if (!paint || !this.painter.paints(paint.network)) return false;
    const frameSize = this.bringFrame();
    if (!frameSize) return false;
    const size = workingSize(frameSize, this.shortSide);
    if (!this.painter.paint(paint, size, this.view)) return false;
    this.painting = paint.network;
    this.size = size;
    // A frame that stays would not be asked for again.
    if (paint.fadedIn !== undefined || paint.drivenFrom) this.loop.request();
    for (const listener of this.listeners) listener(timeMs);
    return true;
  }

  /** The size of the frame, which the painter has; undefined where there is none that can be painted. */
  private bringFrame(): Size | undefined {
    try {
      return this.stage.bringTo(this.painter);
    } catch (error) {
      if (this.refused !== this.source) this.events.onFrameRefused(error);
      this.refused = this.source;
      return undefined;
    }
  }

  private readonly onTick = (frameMs: number) => {
    if (this.stage.frozen) return;
    this.stage.expire(frameMs, performance.now());
    this.loop.request();
  };

  private readonly onFinished = (frameMs: number) => {
    this.onFirstFrame();
    this.turns.frameFinished();
    this.meter.record(performance.now(), frameMs);
    if (typeof this.side === 'number') return;
    const moved = this.side.observe(frameMs, this.clock.intervalMs);
    // A still has no next frame: it is painted again until its size is found.
    if (moved || (this.source?.kind === 'image' && this.side.deciding)) this.loop.request();
  };

  private readonly onError = (error: unknown) => {
    // What fails here would fail in the next frame too, whatever its source.
    this.loop.stop();
    this.events.onFailed(error);
  };
}

function shortSideOf(side: number | SizeLadder): number {
  return typeof side === 'number' ? side : side.shortSide;
}
