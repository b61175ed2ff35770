import {beforeEach, describe, expect, it, vi} from 'vitest';
import {ContextLostError} from '../../../src/gpu/context-lost-error.ts';
import {ContextKeeper} from '../../../src/gpu/webgl/context-keeper.ts';
import {createDeferred, type Deferred} from '../../live/deferred.ts';

/** A context that the test takes away and gives back. */
class FakeContext {
  readonly canvas = new EventTarget();
  private lost = false;

  isContextLost() {
    return this.lost;
  }

  /** Takes it away; whether the browser was asked to give it back. */
  lose(): boolean {
    this.loseSilently();
    const event = new Event('webglcontextlost', {cancelable: true});
    this.canvas.dispatchEvent(event);
    return event.defaultPrevented;
  }

  /** Takes it away; the event comes later. */
  loseSilently() {
    this.lost = true;
  }

  restore() {
    this.lost = false;
    this.canvas.dispatchEvent(new Event('webglcontextrestored'));
  }
}

class FakeRig {
  disposed = 0;
  dispose() {
    this.disposed++;
  }
}

let context: FakeContext;
let keeper: ContextKeeper<FakeRig>;
/** The attempts to build a rig, oldest first. */
let attempts: (Deferred<FakeRig> & {signal: AbortSignal})[];
/** The waits under way, by their milliseconds. */
let waits: (Deferred<void> & {ms: number})[];
const events = {onLost: vi.fn(), onRestored: vi.fn(), onFailed: vi.fn()};

beforeEach(() => {
  for (const event of Object.values(events)) event.mockReset();
  context = new FakeContext();
  attempts = [];
  waits = [];
  const build = (signal: AbortSignal) => {
    const attempt = {...createDeferred<FakeRig>(), signal};
    attempts.push(attempt);
    return attempt.promise;
  };
  const wait = (ms: number) => {
    const waiting = {...createDeferred<void>(), ms};
    waits.push(waiting);
    return waiting.promise;
  };
  keeper = new ContextKeeper(context as unknown as WebGL2RenderingContext, build, wait, events);
});

/** Ends the newest attempt with a rig. */
async function build(attempt = attempts.at(-1)!): Promise<FakeRig> {
  const rig = new FakeRig();
  attempt.resolve(rig);
  await settle();
  return rig;
}

/** Starts it with a rig. */
async function start(): Promise<FakeRig> {
  const started = keeper.start();
  const rig = await build();
  await started;
  return rig;
}

/** Lets the time go by that every wait under way takes. */
async function passTime() {
  for (const {resolve} of waits.splice(0)) resolve();
  await settle();
}

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('a start', () => {
  it('gives a rig', async () => {
    const rig = await start();

    expect(keeper.rig).toBe(rig);
    expect(events.onLost).not.toHaveBeenCalled();
    expect(events.onRestored).not.toHaveBeenCalled();
  });

  it('asks for the context back from the first moment on', () => {
    expect(context.lose()).toBe(true);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['before it begins', () => Promise.resolve(context.lose())],
    ['before it begins, unnoticed', () => Promise.resolve(context.loseSilently())],
  ])('goes on with a context lost %s', async (_, lose) => {
    await lose();
    const started = keeper.start();
    expect(attempts).toHaveLength(0);
    context.restore();
    const rig = await build();
    await started;

    expect(keeper.rig).toBe(rig);
  });

  it.each<[string, (attempt: Deferred<FakeRig>) => void]>([
    ['fails', ({reject}) => reject(new Error('No shader object.'))],
    ['hangs', () => {}],
    ['ends unhurt', ({resolve}) => resolve(new FakeRig())],
  ])('goes on when the context is lost and what was being built %s', async (_, end) => {
    const started = keeper.start();
    context.lose();
    expect(attempts[0]!.signal.reason).toBeInstanceOf(ContextLostError);
    end(attempts[0]!);
    await settle();
    expect(keeper.rig).toBeUndefined();
    context.restore();
    await settle();
    expect(attempts).toHaveLength(2);
    const rig = await build();
    await started;

    expect(keeper.rig).toBe(rig);
    expect(events.onLost).toHaveBeenCalledOnce();
    expect(events.onRestored).toHaveBeenCalledOnce();
    expect(events.onFailed).not.toHaveBeenCalled();
  });

  it('takes no notice of what fails late in a context that came back', async () => {
    const started = keeper.start();
    context.lose();
    context.restore();
    attempts[0]!.reject(new Error('Broken by the loss.'));
    await settle();
    const rig = await build();
    await started;

    expect(keeper.rig).toBe(rig);
  });

  it('frees what comes late from a context that was lost', async () => {
    const started = keeper.start();
    context.lose();
    context.restore();
    const late = await build(attempts[0]);
    const rig = await build(attempts[1]);
    await started;

    expect(late.disposed).toBe(1);
    expect(keeper.rig).toBe(rig);
  });

  it('goes on after several losses', async () => {
    const started = keeper.start();
    for (let loss = 0; loss < 3; loss++) {
      context.lose();
      context.restore();
    }
    const rig = await build();
    await started;

    expect(keeper.rig).toBe(rig);
    expect(attempts).toHaveLength(4);
  });

  it.each<[string, () => void]>([
    ['before', () => context.lose()],
    ['before, unnoticed,', () => context.loseSilently()],
    ['while', () => {}],
  ])('gives up with a context lost %s it begins that stays away', async (_, lose) => {
    lose();
    const started = keeper.start();
    const failed = expect(started).rejects.toThrow(ContextLostError);
    if (!context.isContextLost()) context.lose();
    expect(waits[0]!.ms).toBe(10_000);
    await passTime();
    await failed;
    context.restore();

    expect(keeper.rig).toBeUndefined();
    expect(attempts.length).toBeLessThan(2);
    expect(context.lose()).toBe(false);
  });

  it('has as much patience with each loss', async () => {
    const started = keeper.start();
    context.lose();
    context.restore();
    await passTime();
    context.lose();
    context.restore();
    await passTime();
    await build();

    await expect(started).resolves.toBeUndefined();
  });

  it('fails with what cannot be built', async () => {
    const started = keeper.start();
    const failed = expect(started).rejects.toThrow('No floats.');
    attempts[0]!.reject(new Error('No floats.'));
    await settle();
    await passTime();
    await failed;

    expect(events.onFailed).not.toHaveBeenCalled();
    expect(context.lose()).toBe(false);
  });

  it('fails with what cannot be built in a context that came back', async () => {
    const started = keeper.start();
    const failed = expect(started).rejects.toThrow('No floats.');
    context.lose();
    context.restore();
    attempts[1]!.reject(new Error('No floats.'));
    await settle();
    await passTime();
    await failed;
  });

  it('takes what fails for the first sign of a loss that is told later', async () => {
    const started = keeper.start();
    attempts[0]!.reject(new Error('Failed to compile a shader.'));
    await settle();
    context.lose();
    context.restore();
    await passTime();
    const rig = await build();
    await started;

    expect(keeper.rig).toBe(rig);
    expect(events.onFailed).not.toHaveBeenCalled();
  });
});

describe('later', () => {
  it('has no rig while the context is away, and another when it is back', async () => {
    const rig = await start();
    context.loseSilently();
    expect(keeper.rig).toBeUndefined();
    context.lose();
    expect(rig.disposed).toBe(1);
    context.restore();
    const next = await build();

    expect(keeper.rig).toBe(next);
    expect(events.onLost).toHaveBeenCalledOnce();
    expect(events.onRestored).toHaveBeenCalledOnce();
  });

  it('waits for a context as long as it takes', async () => {
    await start();
    context.lose();
    await passTime();
    context.restore();
    const next = await build();

    expect(keeper.rig).toBe(next);
    expect(events.onFailed).not.toHaveBeenCalled();
  });

  it('tells what cannot be built any more', async () => {
    const error = new Error('Another GPU.');
    await start();
    context.lose();
    context.restore();
    attempts[1]!.reject(error);
    await settle();
    await passTime();

    expect(events.onFailed).toHaveBeenCalledExactlyOnceWith(error);
    expect(events.onRestored).not.toHaveBeenCalled();
  });

  it('does again in the next rig what the loss broke', async () => {
    const first = await start();
    const run = vi.fn((rig: FakeRig) => {
      if (rig !== first) return Promise.resolve('done');
      context.lose();
      return Promise.reject(new ContextLostError());
    });
    const done = keeper.inRig(run);
    await settle();
    context.restore();
    const next = await build();

    expect(await done).toBe('done');
    expect(run.mock.calls).toEqual([[first], [next]]);
  });

  it('throws what fails in a rig that is there', async () => {
    await start();

    const failed = expect(keeper.inRig(() => Promise.reject(new Error('No.')))).rejects.toThrow(
      'No.',
    );
    await settle();
    await passTime();
    await failed;
  });

  it('does again what failed before the loss was told', async () => {
    const first = await start();
    const run = vi.fn((rig: FakeRig) =>
      rig === first ? Promise.reject(new Error('Lost, but not told.')) : Promise.resolve('done'),
    );
    const doing = keeper.inRig(run);
    await settle();
    context.lose();
    context.restore();
    await build();
    await passTime();

    expect(await doing).toBe('done');
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('ends for good, also twice, and while it builds', async () => {
    const rig = await start();
    context.lose();
    context.restore();
    keeper.dispose();
    keeper.dispose();
    const late = await build();

    expect([rig.disposed, late.disposed]).toEqual([1, 1]);
    expect(keeper.rig).toBeUndefined();
    expect(context.lose()).toBe(false);
    expect(events.onRestored).not.toHaveBeenCalled();
  });
});
