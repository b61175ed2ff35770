import {ContextLostError} from '../context-lost-error.ts';
import type {PainterEvents} from '../painter.ts';

/** A start waits so long for a context that is lost, in milliseconds: browsers take two seconds. */
const PATIENCE_MS = 10_000;

/**
 * A loss is told later than it happens, and the first sign of it may be that something fails: so long is
 * waited for it to be told, in milliseconds.
 */
const NOTICE_MS = 500;

/** What is kept in a context. */
type Kept = {dispose(): void};

/**
 * Keeps a rig in a GL context through losses, from the first moment on: what was there is dropped,
 * and when the browser gives the context back, built anew. Any number of times.
 */
export class ContextKeeper<Rig extends Kept> {
  readonly gl: WebGL2RenderingContext;
  private readonly build: (signal: AbortSignal) => Promise<Rig>;
  private readonly wait: (ms: number) => Promise<void>;
  private readonly events: PainterEvents;
  private attempt = new AbortController();
  private current: Rig | undefined;
  private ready: Promise<Rig>;
  private resolveReady: (rig: Rig) => void = () => {};
  /** Ends the start with an error; undefined once there was a rig. */
  private giveUp: ((error: unknown) => void) | undefined;
  private away = false;

  /**
   * @param build makes the rig; `signal` is aborted with a ContextLostError when its context is lost
   * @param wait resolves after the milliseconds given
   */
  constructor(
    gl: WebGL2RenderingContext,
    build: (signal: AbortSignal) => Promise<Rig>,
    wait: (ms: number) => Promise<void>,
    events: PainterEvents,
  ) {
    this.gl = gl;
    this.build = build;
    this.wait = wait;
    this.events = events;
    this.ready = this.nextRig();
    gl.canvas.addEventListener('webglcontextlost', this.lose);
    gl.canvas.addEventListener('webglcontextrestored', this.restore);
  }

  /**
   * Builds the first rig, in a context that came back if need be.
   *
   * @throws what `build` throws, and ContextLostError if the context stays away
   */
  async start(): Promise<void> {
    const failed = new Promise<never>((_, reject) => (this.giveUp = reject));
    if (this.gl.isContextLost()) void this.expectBack();
    else void this.restore();
    try {
      await Promise.race([this.ready, failed]);
    } catch (error) {
      this.dispose();
      throw error;
    } finally {
      this.giveUp = undefined;
    }
  }

  /** The rig to paint with; undefined while the context is away. */
  get rig(): Rig | undefined {
    // The event of a loss comes later than the loss.
    return this.gl.isContextLost() ? undefined : this.current;
  }

  /**
   * Does something in the rig; anew in the next one if the context goes away meanwhile. Never settles
   * after `dispose`.
   */
  async inRig<Result>(run: (rig: Rig) => Promise<Result>): Promise<Result> {
    for (;;) {
      if (this.gl.isContextLost()) this.drop();
      const rig = await this.ready;
      try {
        return await run(rig);
      } catch (error) {
        if (this.rig === rig) await this.wait(NOTICE_MS);
        if (this.rig === rig) throw error;
      }
    }
  }

  /** Ends it all; may be called twice. */
  dispose(): void {
    this.gl.canvas.removeEventListener('webglcontextlost', this.lose);
    this.gl.canvas.removeEventListener('webglcontextrestored', this.restore);
    this.drop();
  }

  private readonly lose = (event: Event) => {
    // Without this the browser never gives the context back.
    event.preventDefault();
    this.drop();
    this.away = true;
    this.events.onLost();
    void this.expectBack();
  };

  private readonly restore = async () => {
    const {signal} = (this.attempt = new AbortController());
    try {
      const rig = await this.build(signal);
      if (signal.aborted || this.gl.isContextLost()) {
        rig.dispose();
        return;
      }
      this.current = rig;
      this.resolveReady(rig);
      if (this.away) this.events.onRestored();
      this.away = false;
    } catch (error) {
      const isLost = () => signal.aborted || this.gl.isContextLost();
      if (!isLost()) await this.wait(NOTICE_MS);
      // Lost again while building: the next restoration builds again.
      if (isLost()) return;
      if (this.giveUp) this.giveUp(error);
      else this.events.onFailed(error);
    }
  };

  /** A start cannot wait for ever; later, what is on the page stays there. */
  private async expectBack() {
    const {attempt} = this;
    await this.wait(PATIENCE_MS);
    if (attempt !== this.attempt) return;
    this.giveUp?.(new ContextLostError('Expected a lost context to come back, but it did not.'));
  }

  private drop() {
    this.attempt.abort(new ContextLostError());
    if (!this.current) return;
    this.current.dispose();
    this.current = undefined;
    this.ready = this.nextRig();
  }

  private nextRig(): Promise<Rig> {
    return new Promise((resolve) => (this.resolveReady = resolve));
  }
}
