import type {Size} from '../gpu/size.ts';
import type {Paint, Stylizer} from '../gpu/stylizer.ts';
import {countTensors} from '../gpu/tensorflow/tensorflow-backend.ts';
import type {StylizerChoice} from '../gpu/webgl/choose-stylizer.ts';
import {timeFrames} from '../gpu/webgl/time-frames.ts';
import {ContextLostError, gpuFinished} from '../gpu/webgl/tools/gpu-fence.ts';
import type {LoadedNetwork} from '../network/load-network.ts';
import type {StyleStatistics} from '../network/style-statistics.ts';
import {ContextKeeper} from './context-keeper.ts';
import {FrameClock} from './pace/frame-clock.ts';
import {FrameLoop} from './pace/frame-loop.ts';
import {FrameMeter} from './pace/frame-meter.ts';
import {LADDER, SizeLadder, workingSize} from './pace/size-ladder.ts';
import {createTimer, type Timer} from './pace/timer.ts';
import type {Rig} from './rig.ts';
import type {FrameSource} from './sources/frame-source.ts';
import {StageFrame} from './stage-frame.ts';

/** Short side at which style pictures are analysed, in pixels. */
const STYLE_SIDE = 256;

/** A network too slow for this short side, in pixels, is not timed at a larger one. */
const TRIAL_SIDE = 96;

/** Slower than this, in milliseconds a frame, is too slow for any use. */
const HOPELESS_MS = 250;

/** Only the aspect counts: what is compiled ahead should fit the first frames. */
const USUAL_FRAME = {width: 4, height: 3};

/** What to paint with: a network, statistics that it has made, and the strength. */
export type LivePaint = Paint & {model: LoadedNetwork};

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
  private paint: LivePaint | undefined;
  private readonly leaving = new Set<LoadedNetwork>();
  private view: View = {mirror: false, divider: 0};
  private side: number | SizeLadder;
  private readonly frame = new StageFrame();

  /**
   * Starts the GPU side on a canvas and compiles what the first frames need.
   *
   * @param size short side in pixels, or `auto` to follow the machine's speed
   * @throws GpuUnsupportedError where the network cannot run
   */
  static async open(
    canvas: HTMLCanvasElement,
    model: LoadedNetwork,
    size: number | 'auto',
    events: EngineEvents,
  ): Promise<Engine> {
    const timer = createTimer();
    const keeper = await ContextKeeper.open(canvas, model, timer.wait);
    const engine = new Engine(keeper, timer, size, events);
    await engine.warmUp(model);
    return engine;
  }

  private constructor(
    keeper: ContextKeeper,
    timer: Timer,
    size: number | 'auto',
    events: EngineEvents,
  ) {
    this.keeper = keeper;
    keeper.onLost = events.onLost;
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
    this.frame.setSource(source);
    this.clock.follow(source);
    this.loop.request();
  }

  /** Paints with another style, strength or network from the next frame on. */
  setPaint(paint: LivePaint): void {
    this.paint = paint;
    this.removeLeaving();
    this.loop.request();
  }

  /** Puts another network beside those in use, ready to paint, while painting goes on. */
  async addNetwork(model: LoadedNetwork): Promise<void> {
    await this.keeper.addNetwork(model);
    await this.warmUp(model);
  }

  /** Frees a network; the one that paints, as soon as another does. */
  removeNetwork(model: LoadedNetwork): void {
    this.leaving.add(model);
    this.removeLeaving();
  }

  /**
   * How long a frame of the source takes a network, in milliseconds. The picture on the stage stands
   * still for a few of these frames.
   *
   * @param shortSide in pixels
   */
  async frameTime(model: LoadedNetwork, shortSide: number): Promise<number> {
    this.loop.stop();
    try {
      return await this.keeper.inRig(async ({stylizers}) => {
        const {stylizer} = choiceOf(stylizers, model);
        const frame = this.source?.size() ?? USUAL_FRAME;
        const timeAt = (side: number) => {
          const size = workingSize(frame, side);
          return timeFrames(this.keeper.gl, stylizer, model.architecture, size, this.timer.wait);
        };
        // The time follows the area. Seconds without a picture are not worth a better number.
        const reckoned = (await timeAt(TRIAL_SIDE)) * (shortSide / TRIAL_SIDE) ** 2;
        return reckoned > HOPELESS_MS ? reckoned : timeAt(shortSide);
      });
    } finally {
      this.loop.start();
      this.loop.request();
    }
  }

  /** How often the source has a frame, in milliseconds. */
  get intervalMs(): number {
    return this.clock.intervalMs;
  }

  setView(view: View): void {
    this.view = view;
    this.frame.setMirror(view.mirror);
    this.loop.request();
  }

  /** @param size short side in pixels, or `auto` to follow the machine's speed */
  setSize(size: number | 'auto'): void {
    this.side = size === 'auto' ? new SizeLadder(this.shortSide) : size;
    this.loop.request();
  }

  /** Holds the frame on the stage, which can still be painted in other ways. */
  setFrozen(frozen: boolean): void {
    this.frame.frozen = frozen;
    this.loop.request();
  }

  /** The frame that is held while frozen, as it came; undefined where none is. */
  heldFrame(): ImageData | undefined {
    const {rig} = this.keeper;
    return rig && this.frame.readHeld(rig);
  }

  /** Says whether painting goes on in a hidden tab. */
  keepGoing(keepsGoing: boolean): void {
    this.clock.keepGoing(keepsGoing);
  }

  /**
   * The statistics of a style picture in a network. Waits for the GPU if it is away.
   *
   * @param picture is analysed at a short side of 256 px, its aspect kept within 1:3 and 3:1
   */
  analyzeStyle(
    model: LoadedNetwork,
    picture: TexImageSource,
    pictureSize: Size,
  ): Promise<StyleStatistics> {
    const size = workingSize(pictureSize, STYLE_SIDE);
    return this.keeper.inRig(({stylizers, styleInput}) => {
      const {stylizer} = choiceOf(stylizers, model);
      return stylizer.analyzeStyle(styleInput.take(picture, pictureSize, size, false), size);
    });
  }

  /**
   * Paints the frame of this moment at once, so that the canvas can be read until the caller's task
   * ends. False if there is nothing to paint or the GPU is away.
   */
  drawNow(): boolean {
    const {paint, view} = this;
    const {rig} = this.keeper;
    const stylizer = paint && rig?.stylizers.get(paint.model)?.stylizer;
    const frameSize = rig && this.frame.sizeIn(rig);
    if (!stylizer || !frameSize) return false;
    const size = workingSize(frameSize, this.shortSide);
    const frame = this.frame.textureIn(rig, size);
    stylizer.render(frame, size, paint, (painting) => {
      rig.presenter.show(painting, frame, size, view.divider);
    });
    this.events.onPresented(performance.now());
    return true;
  }

  /** What is measured now. */
  stats(): EngineStats {
    const {width, height} = this.keeper.gl.canvas;
    const choice = this.paint && this.keeper.rig?.stylizers.get(this.paint.model);
    return {
      ...this.meter.read(performance.now()),
      running: this.keeper.rig !== undefined && this.source !== undefined && !this.frame.frozen,
      width,
      height,
      stylizer: choice?.stylizer.kind ?? 'graph',
      fallbackReason: choice?.reason,
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
    this.frame.setSource(undefined);
  }

  private get shortSide(): number {
    return typeof this.side === 'number' ? this.side : this.side.shortSide;
  }

  private removeLeaving() {
    for (const model of this.leaving) {
      if (model === this.paint?.model) continue;
      this.keeper.removeNetwork(model);
      this.leaving.delete(model);
    }
  }

  private warmUp(model: LoadedNetwork): Promise<void> {
    return this.keeper.inRig(({stylizers}) =>
      choiceOf(stylizers, model).stylizer.prepare(workingSize(USUAL_FRAME, this.shortSide)),
    );
  }

  private readonly onTick = () => {
    if (this.frame.frozen) return;
    this.frame.expire();
    this.loop.request();
  };

  private readonly onFinished = (frameMs: number) => {
    this.onFirstFrame();
    this.meter.record(performance.now(), frameMs);
    if (typeof this.side === 'number') return;
    const moved = this.side.observe(frameMs, this.clock.intervalMs);
    // A still has no next frame: it is painted again until its size is found.
    if (moved || (this.source?.kind === 'image' && this.side.deciding)) this.loop.request();
  };

  private readonly onError = (error: unknown) => {
    // A lost context mends itself; anything else would fail in the next frame too.
    if (error instanceof ContextLostError || this.keeper.gl.isContextLost()) return;
    this.loop.stop();
    this.events.onFailed(error);
  };

  private readonly onRestored = () => {
    this.loop.request();
    this.events.onRestored();
  };
}

function choiceOf(stylizers: Rig['stylizers'], model: LoadedNetwork): StylizerChoice {
  const choice = stylizers.get(model);
  if (!choice) throw new Error(`Expected the network ${model.name} in use, but it is not.`);
  return choice;
}
