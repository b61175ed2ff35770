import {openContext} from '../gpu/webgl/tools/gl-context.ts';
import type {LoadedNetwork} from '../network/load-network.ts';
import {createRig, type Rig} from './rig.ts';

/**
 * Keeps a rig in the canvas's GL context through losses: what was there is dropped, and when the
 * browser gives the context back, built anew from the model's copy on the CPU. Any number of times.
 */
export class ContextKeeper {
  readonly gl: WebGL2RenderingContext;
  private readonly models: Set<LoadedNetwork>;
  private current: Rig | undefined;
  private ready: Promise<Rig>;
  private resolveReady: (rig: Rig) => void = () => {};
  private disposed = false;
  private readonly build: () => Promise<Rig>;

  /** Called when the context goes away, and when there is a rig again. */
  onLost = () => {};
  onRestored = () => {};
  /** Called when the context came back, but nothing can be built in it. */
  onFailed: (error: unknown) => void = () => {};

  /**
   * Builds the first rig, with one network.
   *
   * @throws GpuUnsupportedError where the network cannot run
   */
  static async open(
    canvas: HTMLCanvasElement,
    model: LoadedNetwork,
    wait: (ms: number) => Promise<void>,
  ): Promise<ContextKeeper> {
    const gl = openContext(canvas);
    const models = new Set([model]);
    const build = () => createRig(gl, models, wait);
    return new ContextKeeper(gl, models, build, await build());
  }

  private constructor(
    gl: WebGL2RenderingContext,
    models: Set<LoadedNetwork>,
    build: () => Promise<Rig>,
    rig: Rig,
  ) {
    this.gl = gl;
    this.models = models;
    this.build = build;
    this.current = rig;
    this.ready = Promise.resolve(rig);
    gl.canvas.addEventListener('webglcontextlost', this.lose);
    gl.canvas.addEventListener('webglcontextrestored', this.restore);
  }

  /** The rig to paint with; undefined while the context is away. */
  get rig(): Rig | undefined {
    // The event of a loss comes later than the loss.
    return this.gl.isContextLost() ? undefined : this.current;
  }

  /** Puts another network beside those in use, in this context and in those that follow. */
  async addNetwork(model: LoadedNetwork): Promise<void> {
    this.models.add(model);
    try {
      await this.inRig((rig) => rig.add(model));
    } catch (error) {
      this.removeNetwork(model);
      throw error;
    }
  }

  /** Frees a network. */
  removeNetwork(model: LoadedNetwork): void {
    this.models.delete(model);
    this.rig?.remove(model);
  }

  /** Does something in the rig; anew in the next one if the context goes away meanwhile. */
  async inRig<Result>(run: (rig: Rig) => Promise<Result>): Promise<Result> {
    for (;;) {
      const rig = await this.whenReady();
      try {
        return await run(rig);
      } catch (error) {
        if (this.rig === rig) throw error;
      }
    }
  }

  /** Ends it all; may be called twice. */
  dispose(): void {
    this.disposed = true;
    this.gl.canvas.removeEventListener('webglcontextlost', this.lose);
    this.gl.canvas.removeEventListener('webglcontextrestored', this.restore);
    this.drop();
  }

  /** Resolves with the rig, now or when the context is back; never after `dispose`. */
  private whenReady(): Promise<Rig> {
    if (this.gl.isContextLost()) this.drop();
    return this.ready;
  }

  private readonly lose = (event: Event) => {
    // Without this the browser never gives the context back.
    event.preventDefault();
    this.drop();
    this.onLost();
  };

  private readonly restore = async () => {
    try {
      const rig = await this.build();
      if (this.disposed || this.gl.isContextLost()) {
        rig.dispose();
        return;
      }
      this.current = rig;
      this.resolveReady(rig);
      this.onRestored();
    } catch (error) {
      // Lost again while building: the next restoration builds again.
      if (!this.gl.isContextLost()) this.onFailed(error);
    }
  };

  private drop() {
    if (!this.current) return;
    this.current.dispose();
    this.current = undefined;
    this.ready = new Promise((resolve) => (this.resolveReady = resolve));
  }
}
