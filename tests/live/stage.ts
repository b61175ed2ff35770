import type {Paint} from '../../src/gpu/painter.ts';
import {Engine, type EngineEvents, type EngineOptions} from '../../src/live/engine.ts';
import {USUAL} from '../app/usual-look.ts';
import {createTuningMemory, FEW_TARGETS} from '../gpu/tuning-memory.ts';
import {pixelsOf} from './canvas-pixels.ts';
import {ManualSource} from './manual-source.ts';
import {toyModel} from './toy-model.ts';

/** Working size of the tests, short side in pixels: a source of 4:3 is painted at 48 × 32. */
export const SIDE = 32;

/** Short side at which styles are analysed. */
export const STYLE_SIDE = 64;

/** What the engines of a file find out of the GPU, so that only the first has to. */
const MEMORY = createTuningMemory(FEW_TARGETS);

/** What an engine tells. */
type Told = keyof EngineEvents | 'onPresented';

/** An engine with a toy model on a canvas of its own, and what it tells. */
export class Stage {
  readonly canvas = document.createElement('canvas');
  readonly model = toyModel();
  source = new ManualSource();
  /** What the engine has told, oldest first. */
  readonly told: Told[] = [];
  /** The times of the frames that were presented. */
  readonly times: number[] = [];
  readonly errors: unknown[] = [];
  engine!: Engine;
  private readonly listeners = new Map<Told, () => void>();
  private losing: WEBGL_lose_context | null = null;

  /**
   * Opens an engine without source and style.
   *
   * @param prepare does something with the canvas before
   */
  static async open(
    options: Partial<EngineOptions> = {},
    prepare: (canvas: HTMLCanvasElement) => void = () => {},
  ): Promise<Stage> {
    const stage = new Stage();
    prepare(stage.canvas);
    stage.engine = await Engine.open(
      stage.canvas,
      stage.model,
      {size: SIDE, memory: MEMORY, ...options},
      {
        onLost: () => {
          stage.tell('onLost');
        },
        onRestored: () => {
          stage.tell('onRestored');
        },
        onFailed: (error) => {
          stage.errors.push(error);
          stage.tell('onFailed');
        },
        onFrameRefused: (error) => {
          stage.errors.push(error);
          stage.tell('onFrameRefused');
        },
      },
    );
    stage.engine.onPresented((timeMs) => {
      stage.times.push(timeMs);
      stage.tell('onPresented');
    });
    return stage;
  }

  /** Shows a new source at the usual size and view with this paint, as if nothing had been before. */
  async reset(paint: Paint): Promise<void> {
    this.told.length = 0;
    this.times.length = 0;
    this.source = new ManualSource();
    this.engine.setFrozen(false);
    this.engine.setSize(SIDE);
    this.engine.setView({mirror: false, divider: 0, enlarged: false});
    this.engine.setSource(this.source);
    this.setPaint(paint);
    await this.frames(1);
  }

  get gl(): WebGL2RenderingContext {
    return this.canvas.getContext('webgl2')!;
  }

  /** The style of `stripes`, in full. */
  async paint(colors: string[], network = this.model): Promise<Paint> {
    const code = await this.engine.analyzeStyle(network, ...stripes(colors), STYLE_SIDE);
    return {network, layers: [{code, alpha: 1}], ...USUAL};
  }

  /** Paints with this from the next frame on. */
  setPaint(paint: Paint): void {
    this.engine.setPaintAt(() => paint);
  }

  /** Paints the frame of this moment, so that the canvas can be read; false if there is nothing. */
  draw(): boolean {
    const {length} = this.times;
    void this.engine.grab('painting').then((picture) => picture?.close());
    return this.times.length > length;
  }

  /** Resolves at the next event of this name. */
  next(event: Told): Promise<void> {
    return new Promise((resolve) => this.listeners.set(event, resolve));
  }

  /** What the canvas shows when the next frame is presented: change something, then await it. */
  nextPicture(): Promise<Uint8ClampedArray> {
    return new Promise((resolve) => {
      this.listeners.set('onPresented', () => {
        resolve(pixelsOf(this.canvas));
      });
    });
  }

  /** Brings `count` frames through the loop, one after the other. */
  async frames(count: number): Promise<void> {
    for (let frame = 0; frame < count; frame++) {
      const presented = this.next('onPresented');
      this.source.tick();
      await presented;
    }
  }

  /** Takes the GPU away. */
  async lose(): Promise<void> {
    const lost = this.lost();
    this.loseSoon();
    await lost;
  }

  /** Takes the GPU away; the engine is told in a task of its own. */
  loseSoon(): void {
    this.losing = this.gl.getExtension('WEBGL_lose_context');
    this.losing?.loseContext();
  }

  /** Resolves when the engine has been told of a loss. */
  async lost(): Promise<void> {
    await this.next('onLost');
    // The context can be restored only after the event of its loss.
    await new Promise((resolve) => setTimeout(resolve));
  }

  /** Gives the GPU back, and waits until the engine can paint. */
  async restore(): Promise<void> {
    const restored = this.next('onRestored');
    this.restoreSoon();
    await restored;
  }

  /** Gives the GPU back; the engine is told in a task of its own. */
  restoreSoon(): void {
    this.losing?.restoreContext();
  }

  /** Frees everything: browsers keep no more than 16 contexts. */
  close(): void {
    this.engine.dispose();
    this.loseSoon();
  }

  private tell(event: Told) {
    this.told.push(event);
    const listener = this.listeners.get(event);
    this.listeners.delete(event);
    listener?.();
  }
}

/** The same at another strength. */
export function withAlpha(paint: Paint, alpha: number): Paint {
  return {...paint, layers: paint.layers.map((layer) => ({...layer, alpha}))};
}

/** Two styles that look different. */
export const WARM = ['#f80', '#024'];
export const COOL = ['#fff', '#0c0', '#c0c'];

/** A style picture of horizontal stripes, and its size. */
export function stripes(colors: string[]): [HTMLCanvasElement, {width: number; height: number}] {
  const size = {width: 64, height: 64};
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = canvas.getContext('2d')!;
  for (let y = 0; y < size.height; y += 8) {
    context.fillStyle = colors[(y / 8) % colors.length]!;
    context.fillRect(0, y, size.width, 8);
  }
  return [canvas, size];
}
