import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {writeCues} from '../../../src/app/cues/cue-file.ts';
import {createCues, type Cues} from '../../../src/app/cues/cues.ts';
import type {Cue} from '../../../src/app/cues/cues-state.ts';
import type {Look} from '../../../src/app/look/look-table.ts';
import {type FakeStudio, fakeStudio} from '../fake-studio.ts';

let studio: FakeStudio;
let cues: Cues;
let closing: AbortController;
let look: Look;
let kept: Map<string, string>;
const change = vi.fn<(change: Partial<Look>, fadeMs?: number) => Promise<void>>();

beforeEach(() => {
  studio = fakeStudio();
  closing = new AbortController();
  look = studio.store.get().look;
  kept = new Map();
  change.mockReset();
  change.mockImplementation((part) => {
    look = {...look, ...part};
    return Promise.resolve();
  });
  cues = open();
});
afterEach(() => {
  closing.abort();
  vi.useRealTimers();
});

function open(): Cues {
  const bitmap = () => createImageBitmap(new ImageData(32, 24));
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage;
  return createCues(
    {
      store: studio.store,
      notices: studio.notices,
      engine: Promise.resolve({grab: bitmap}),
      looks: {current: () => look, change},
      storage: () => storage,
    },
    closing.signal,
  );
}

const list = () => studio.store.get().cues.list;
const names = () => list().map(({name}) => name);

/** Keeps the styles of the gallery, one after the other. */
async function keepAll() {
  for (const {id} of studio.catalogue.styles) {
    look = {...look, styles: [{id, weight: 1}]};
    await cues.keep();
    // Their ids are the time.
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

it('keeps the look with its title and a small picture, and recalls it with its fade', async () => {
  look = {...look, alpha: 0.4, calm: 'strong'};
  await cues.keep();
  const [cue] = list() as [Cue];
  expect(cue.name).toBe(studio.catalogue.styles[0]!.title);
  expect(cue.thumbnail).toMatch(/^data:image\/jpeg/);
  cues.change(cue.id, {fadeMs: 4000, name: 'Finale'});
  const before = look;
  look = {...look, alpha: 1, calm: 'off'};
  await cues.recall(0);

  expect(change).toHaveBeenCalledExactlyOnceWith(before, 4000);
  expect(studio.store.get().cues.current).toBe(cue.id);
});

it('has them all again on the next visit', async () => {
  await keepAll();
  const before = list();
  studio.store.patch('cues', {list: []});
  open();

  expect(list()).toEqual(before);
});

it('puts a new one after the one that was recalled, and steps around the end', async () => {
  await keepAll();
  const [first, ...others] = list().map(({id}) => id);
  await cues.recall(0);
  await cues.keep();
  const [, added] = list().map(({id}) => id);
  expect(others).not.toContain(added);
  expect(list().map(({id}) => id)).toEqual([first, added, ...others]);

  await cues.recall(list().length - 1);
  await cues.step(1);
  expect(studio.store.get().cues.current).toBe(first);
  await cues.step(-1);
  expect(studio.store.get().cues.current).toBe(list().at(-1)!.id);
});

it('moves as far as it goes, and removes', async () => {
  await keepAll();
  const [first] = list();
  const before = names();
  cues.move(first!.id, 1);
  expect(names()[1]).toBe(before[0]);
  cues.move(first!.id, -7);
  expect(names()).toEqual(before);
  cues.remove(first!.id);
  expect(names()).toEqual(before.slice(1));
});

it('shows what is left of a cue whose style was removed, and says so', async () => {
  const {id} = studio.catalogue.styles[0]!;
  const cue = (styles: string[]): Cue => ({
    id: styles.join(),
    name: 'Old',
    look: {
      styles: styles.map((each) => ({id: each, weight: 1})),
      alpha: 0.3,
      stroke: 'huge',
      ofLater: 1,
    },
    fadeMs: 0,
    thumbnail: '',
  });
  await cues.open(new Blob([writeCues([cue([id, 'gone']), cue(['gone'])])]));
  await cues.recall(0);
  expect(change).toHaveBeenLastCalledWith({styles: [{id, weight: 1}], alpha: 0.3}, 0);
  await cues.recall(1);
  expect(change).toHaveBeenLastCalledWith({alpha: 0.3}, 0);

  expect(studio.sentences('info')[0]).toContain('A style of “Old” is not here any more');
  // What is not known here is kept.
  expect(list()[0]!.look['ofLater']).toBe(1);
});

it('takes those of a file in place of the same ones', async () => {
  await keepAll();
  const [first] = list() as [Cue];
  const count = list().length;
  await cues.open(new Blob([writeCues([{...first, name: 'Again'}])]));

  expect(list()).toHaveLength(count);
  expect(list().at(-1)).toMatchObject({id: first.id, name: 'Again'});
});

it('says where nothing is kept, and goes on', async () => {
  kept.set = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  await cues.keep();

  expect(list()).toHaveLength(1);
  expect(studio.sentences('info')[0]).toContain('keeps nothing');
});

it('begins anew where something else was kept', () => {
  kept.set('pastiche.cues', '{');
  open();

  expect(list()).toEqual([]);
});

it('walks through the cues by itself, until it is told to stop', async () => {
  await keepAll();
  vi.useFakeTimers();
  cues.setAutopilot(20);
  await vi.advanceTimersByTimeAsync(41_000);
  expect(change).toHaveBeenCalledTimes(2);
  cues.setAutopilot(null);
  await vi.advanceTimersByTimeAsync(60_000);

  expect(change).toHaveBeenCalledTimes(2);
  expect(studio.store.get().cues.autopilot).toBeNull();
});

it('walks through the gallery where there are no cues, and ends with the studio', async () => {
  vi.useFakeTimers();
  cues.setAutopilot(5);
  await vi.advanceTimersByTimeAsync(5100);
  const [, second] = studio.catalogue.styles;
  expect(change).toHaveBeenCalledExactlyOnceWith({styles: [{id: second!.id, weight: 1}]}, 1000);
  closing.abort();
  await vi.advanceTimersByTimeAsync(60_000);

  expect(change).toHaveBeenCalledOnce();
});
