import {expect, it} from 'vitest';
import {keepTunings} from '../../../src/app/start/tuning-memory.ts';
import {memory, REFUSING} from '../fake-storage.ts';

it('recalls on the next visit what was found out about a GPU', () => {
  const storage = memory();
  keepTunings(storage).keep('a GPU', {group: 4});
  keepTunings(storage).keep('another', [1, 2]);

  expect(keepTunings(storage).recall('a GPU')).toEqual({group: 4});
  expect(keepTunings(storage).recall('another')).toEqual([1, 2]);
  expect(keepTunings(storage).recall('unknown')).toBeUndefined();
});

it('keeps the newest of a GPU, and no more GPUs than a machine may have', () => {
  const memories = keepTunings(memory());
  for (const tuning of [1, 2]) memories.keep('mine', tuning);
  expect(memories.recall('mine')).toBe(2);

  for (const gpu of ['a', 'b', 'c']) memories.keep(gpu, 0);
  expect(memories.recall('mine')).toBe(2);
  memories.keep('d', 0);
  expect(memories.recall('mine')).toBeUndefined();
  expect(memories.recall('a')).toBe(0);
});

it.each(['', 'not JSON', 'null', '7', '"text"', '{}', '[1, null]', '[["only a name"], [1, 2]]'])(
  'knows nothing where %j was kept, and keeps anew',
  (kept) => {
    const memories = keepTunings(memory(kept));
    expect(memories.recall('a GPU')).toBeUndefined();

    memories.keep('a GPU', 1);
    expect(memories.recall('a GPU')).toBe(1);
  },
);

it('leaves the entries that are whole beside one that is not', () => {
  expect(keepTunings(memory('[7, ["a GPU", 1]]')).recall('a GPU')).toBe(1);
});

it.each(REFUSING)('remembers for this visit where a storage throws %s', (_, storage) => {
  const memories = keepTunings(storage);

  expect(() => {
    memories.keep('a GPU', 1);
  }).not.toThrow();
  expect(memories.recall('a GPU')).toBe(1);
});
