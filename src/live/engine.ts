import {ContextLostError, gpuFinished} from '../gpu/gpu-fence.ts';
import type {Size} from '../gpu/size.ts';
import type {Paint, Stylizer} from '../gpu/stylizer.ts';
import {countTensors} from '../gpu/tensorflow-backend.ts';
import type {StyleStatistics} from '../network/style-statistics.ts';
import {ContextKeeper} from './context-keeper.ts';
import {FrameClock} from './frame-clock.ts';
import {FrameLoop} from './frame-loop.ts';
import {FrameMeter} from './frame-meter.ts';
import type {FrameSource} from './frame-source.ts';
import type {Model} from './load-model.ts';
import type {Rig} from './rig.ts';
import {LADDER, SizeLadder, workingSize} from './size-ladder.ts';
import {createTimer, type Timer} from './timer.ts';

/** Short side at which style pictures are analysed, in pixels. */
const STYLE_SIDE = 256;

/** Only the aspect counts: what is compiled ahead should fit the first frames. */
const USUAL_FRAME = {width: 4, height: 3};

/** What the engine tells its owner. */
export type EngineEvents = {
  /** The GPU has gone away; painting goes on by itself when it is back. */
  onLost: () => void;
  onRestored: () => void;
  /** Painting has failed in a way that the next frame would not mend. */
  onFailed: (error: unknown) => void;
  /** A frame has just been drawn on the canvas, whose pixels last until this call returns. */
  onPresented: (timeMs: number) => void;
};

/** How the picture is shown. */
export type View = {
  mirror: boolean;
  /** The frame itself is shown left of here, 0…1; 0 shows the painting alone. */
  divider: number;
};

/** What the engine measures. */
export type EngineStats = Size & {
  running: boolean;
  fps: number;
  frameMs: number;
  stylizer: Stylizer['kind'];
  /** Why the graph stylizer paints and not the fused one; undefined where it does not. */
  fallbackReason?: string | undefined;
  /** What TensorFlow.js runs on. */
  backend: string;
  tensors: number;
};

/**
 * Paints a source on the one visible canvas, live. It owns the GL context and all in it; sources
 * belong to the caller, who closes one after giving another.
 */
export class Engine {
  /** Resolves when the first painted frame is on the canvas. */
  readonly firstFrame: Promise<void>;
  private onFirstFrame = () => {};
  private readonly keeper: ContextKeeper;
  private readonly timer: Timer;
  private readonly events: EngineEvents;
  private readonly clock: FrameClock;
  private readonly loop: FrameLoop;
  private readonly meter = new FrameMeter();
  private source: FrameSource | undefined;
  private paint: Paint | undefined;
  private view: View = {mirror: false, divider: 0};
  private side: number | SizeLadder;
  private frozen = false;
  /** What the frame input holds; undefined when a frame must be taken before painting. */
  private taken: {rig: Rig; frame: WebGLTexture; size: Size} | undefined;

  /**
   * Starts the GPU side on a canvas and compiles what the first frames need.
   *
   * @param size short side in pixels, or `auto` to follow the machine's speed
   * @throws GpuUnsupportedError where the network cannot run
   */
  static async open(
    canvas: HTMLCanvasElement,
    model: Model,
    size: number | 'auto',
    events: EngineEvents,
  ): Promise<Engine> {
    const timer = createTimer();
    const keeper = await ContextKeeper.open(canvas, model, timer.wait);
    const engine = new Engine(keeper, timer, size, events);
    await keeper.rig?.stylizer.prepare(workingSize(USUAL_FRAME, engine.shortSide));
    return engine;
  }

  private constructor(
    keeper: ContextKeeper,
    timer: Timer,
    size: number | 'auto',
    events: EngineEvents,
  ) {
    this.keeper = keeper;
    keeper.onLost = this.onLost;
    keeper.onRestored = this.onRestored;
    keeper.onFailed = events.onFailed;
    this.timer = timer;
    this.events = events;
    this.side = size === 'auto' ? new SizeLadder(LADDER[0]) : size;
    this.firstFrame = new Promise((resolve) => (this.onFirstFrame = resolve));
    this.loop = new FrameLoop({
      paint: () => this.drawNow(),
      finished: () => gpuFinished(keeper.gl, timer.wait),
      now: () => performance.now(),
      onFinished: this.onFinished,
      onError: this.onError,
    });
    this.clock = new FrameClock(timer, this.onTick);
    this.loop.start();
  }

  /** Paints another source from the next frame on. */
  setSource(source: FrameSource): void {
    this.source = source;
    this.taken = undefined;
    this.clock.follow(source);
    this.loop.request();
  }

  /** Paints with another style or strength from the next frame on. */
  setPaint(paint: Paint): void {
    this.paint = paint;
    this.loop.request();
  }

  setView(view: View): void {
    if (view.mirror !== this.view.mirror) this.taken = undefined;
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
    this.frozen = frozen;
    this.loop.request();
  }

  /** Says whether painting goes on in a hidden tab. */
  keepGoing(keepsGoing: boolean): void {
    this.clock.keepGoing(keepsGoing);
  }

  /**
   * The statistics of a style picture. Waits for the GPU if it is away.
   *
   * @param picture is analysed at a short side of 256 px, its aspect kept within 1:3 and 3:1
   */
  async analyzeStyle(picture: TexImageSource, pictureSize: Size): Promise<StyleStatistics> {
    const size = workingSize(pictureSize, STYLE_SIDE);
    for (;;) {
      const rig = await this.keeper.whenReady();
      try {
        const frame = rig.styleInput.take(picture, pictureSize, size, false);
        return await rig.stylizer.analyzeStyle(frame, size);
      } catch (error) {
        // What fails because the context went away is done again in the next one.
        if (this.keeper.rig === rig) throw error;
      }
    }
  }

  /**
   * Paints the frame of this moment at once, so that the canvas can be read until the caller's task
   * ends. False if there is nothing to paint or the GPU is away.
   */
  drawNow(): boolean {
    const {source, paint, view} = this;
    const {rig} = this.keeper;
    if (!source || !paint || !rig) return false;
    const size = workingSize(source.size(), this.shortSide);
    const frame = this.takeFrame(rig, source, size);
    rig.stylizer.render(frame, size, paint, (painting) => {
      rig.presenter.show(painting, frame, size, view.divider);
    });
    this.events.onPresented(performance.now());
    return true;
  }

  /** What is measured now. */
  stats(): EngineStats {
    const {width, height} = this.keeper.gl.canvas;
    return {
      ...this.meter.read(performance.now()),
      running: this.keeper.rig !== undefined && this.source !== undefined && !this.frozen,
      width,
      height,
      stylizer: this.keeper.rig?.stylizer.kind ?? 'graph',
      fallbackReason: this.keeper.rig?.fallbackReason,
      backend: 'webgl',
      tensors: countTensors(),
    };
  }

  /** Ends painting and frees the GPU side; may be called twice. */
  dispose(): void {
    this.loop.stop();
    this.clock.dispose();
    this.keeper.dispose();
    this.timer.dispose();
    this.source = undefined;
  }

  private get shortSide(): number {
    return typeof this.side === 'number' ? this.side : this.side.shortSide;
  }

  private takeFrame(rig: Rig, source: FrameSource, size: Size): WebGLTexture {
    const {taken} = this;
    const fits =
      taken?.rig === rig && taken.size.width === size.width && taken.size.height === size.height;
    if (fits) return taken.frame;
    source.update?.(performance.now());
    const frame = rig.input.take(source.element, source.size(), size, this.view.mirror);
    this.taken = {rig, frame, size};
    return frame;
  }

  private readonly onTick = () => {
    if (this.frozen) return;
    this.taken = undefined;
    this.loop.request();
  };

  private readonly onFinished = (frameMs: number) => {
    this.onFirstFrame();
    this.meter.record(performance.now(), frameMs);
    if (typeof this.side === 'number') return;
    if (this.side.observe(frameMs, this.clock.intervalMs)) this.loop.request();
  };

  private readonly onError = (error: unknown) => {
    // A lost context mends itself; anything else would fail in the next frame too.
    if (error instanceof ContextLostError || this.keeper.gl.isContextLost()) return;
    this.loop.stop();
    this.events.onFailed(error);
  };

  private readonly onLost = () => {
    this.taken = undefined;
    this.events.onLost();
  };

  private readonly onRestored = () => {
    this.loop.request();
    this.events.onRestored();
  };
}
