import {beforeEach, describe, expect, it} from 'vitest';
import {NO_EXPORTS} from '../../../src/app/exports/exports-state.ts';
import {createJobs, type Job, type Jobs} from '../../../src/app/exports/jobs.ts';
import type {AppState} from '../../../src/app/state.ts';
import {createStore, type Store} from '../../../src/app/store.ts';

let store: Store<AppState>;
let jobs: Jobs;
let end: AbortController;
let timeMs = 0;

const shown = () => store.get().exports.jobs;
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  timeMs = 0;
  end = new AbortController();
  store = createStore({exports: NO_EXPORTS} as AppState);
  jobs = createJobs(store, end.signal, () => timeMs);
});

/** A job whose steps are taken by the test. */
function begin(name: string) {
  let job: Job | undefined;
  let finish: (value: string) => void = () => {};
  const ran = jobs.run('film', name, async (its) => {
    job = its;
    return new Promise<string>((resolve, reject) => {
      finish = resolve;
      its.signal.addEventListener('abort', () => reject(its.signal.reason as Error));
    });
  });
  ran.catch(() => {});
  const begun = () => {
    if (!job) throw new Error(`Expected ${name} to have begun.`);
    return job;
  };
  return {ran, job: begun, hasBegun: () => job !== undefined, finish: (it: string) => finish(it)};
}

describe('createJobs', () => {
  it('does one after the other', async () => {
    const [first, second] = [begin('first'), begin('second')];
    await settled();
    expect(shown().map(({phase}) => phase)).toEqual(['running', 'waiting']);
    expect(second.hasBegun()).toBe(false);

    first.finish('done');

    expect(await first.ran).toBe('done');
    await settled();
    expect(shown().map(({name, phase}) => [name, phase])).toEqual([['second', 'running']]);
    second.finish('too');
    expect(await second.ran).toBe('too');
    expect(shown()).toEqual([]);
  });

  it('tells how far it is, and from when on how long it takes', async () => {
    const {job} = begin('film');
    await settled();

    timeMs = 1000;
    await job().reach(0.1);
    expect(shown()[0]).toMatchObject({done: 0.1, leftMs: null});
    timeMs = 4000;
    await job().reach(0.25);

    expect(shown()[0]).toMatchObject({done: 0.25, leftMs: 12_000});
  });

  it('rests in a pause, which is not counted', async () => {
    const {job} = begin('film');
    await settled();
    const [{id} = {id: ''}] = shown();
    jobs.pause(id);
    timeMs = 2000;
    let hasGoneOn = false;
    const reached = job()
      .reach(0.5)
      .then(() => (hasGoneOn = true));
    await settled();
    expect(hasGoneOn).toBe(false);

    timeMs = 100_000;
    jobs.resume(id);
    await reached;
    timeMs = 102_000;
    await job().reach(0.5);

    expect(shown()[0]).toMatchObject({phase: 'running', leftMs: 4000});
  });

  it.each(['running', 'paused'] as const)('cancels one that is %s', async (phase) => {
    const {ran, job} = begin('film');
    const next = begin('next');
    await settled();
    const [{id} = {id: ''}] = shown();
    if (phase === 'paused') jobs.pause(id);
    const reached = job().reach(0.5);
    reached.catch(() => {});

    jobs.cancel(id);

    await expect(ran).rejects.toThrow(/abort/i);
    if (phase === 'paused') await expect(reached).rejects.toThrow(/abort/i);
    await expect(job().reach(0.6)).rejects.toThrow(/abort/i);
    await settled();
    expect(next.hasBegun()).toBe(true);
  });

  it('cancels one that waits, which then never begins', async () => {
    const [first, second] = [begin('first'), begin('second')];
    await settled();

    jobs.cancel(shown()[1]?.id ?? '');
    first.finish('');

    await expect(second.ran).rejects.toThrow(/abort/i);
    expect(second.hasBegun()).toBe(false);
  });

  it('goes on after one that failed', async () => {
    const failing = jobs.run('film', 'broken', () => Promise.reject(new Error('broken')));
    const next = begin('next');

    await expect(failing).rejects.toThrow('broken');
    await settled();

    expect(next.hasBegun()).toBe(true);
  });

  it('ends all with the app', async () => {
    const {ran} = begin('film');
    await settled();

    end.abort();

    await expect(ran).rejects.toThrow(/abort/i);
  });
});
