import {expect, it, vi} from 'vitest';
import {type LookActions, lookActions} from '../../../src/app/look/look-actions.ts';
import type {Look} from '../../../src/app/look/look-table.ts';
import type {Looks} from '../../../src/app/look/looks.ts';
import {fakeStore} from '../fake-store.ts';

it.each([
  [0.8, -0.05, 0.75],
  [0.8, 0.05, 0.85],
  [1.48, 0.05, 1.5],
  [0.02, -0.05, 0],
])('makes a strength of %f by %f one of %f', (alpha, by, after) => {
  const {actions, change} = withLook({alpha});
  actions.changeAlpha(by);

  expect(change).toHaveBeenCalledExactlyOnceWith({alpha: after});
});

it('steps from the style that counts most, around the end', async () => {
  const {actions, change} = withLook({
    styles: [
      {id: 'mosaic', weight: 1},
      {id: 'ink', weight: 3},
    ],
  });
  await actions.stepStyle(1);
  expect(change).toHaveBeenLastCalledWith({styles: [{id: 'mosaic', weight: 1}]});

  await actions.stepStyle(-1);
  expect(change).toHaveBeenLastCalledWith({styles: [{id: 'batik', weight: 1}]});
});

it('mixes a style in, and takes it out', async () => {
  const {actions, change} = withLook({styles: [{id: 'mosaic', weight: 2}]});
  await actions.mixStyle('ink');
  expect(change).toHaveBeenLastCalledWith({
    styles: [
      {id: 'mosaic', weight: 0.5},
      {id: 'ink', weight: 0.5},
    ],
  });
  await actions.mixStyle('mosaic');
  expect(change).toHaveBeenLastCalledWith({styles: [{id: 'mosaic', weight: 2}]});
});

it('mixes four styles at most', async () => {
  const styles = ['mosaic', 'ink', 'batik', 'neon'].map((id) => ({id, weight: 1}));
  const {actions, change} = withLook({styles});
  await expect(actions.mixStyle('chalk')).rejects.toMatchObject({told: {key: 'look.mix-full'}});
  expect(change).not.toHaveBeenCalled();
});

it('weighs a mix anew', () => {
  const {actions, change} = withLook({
    styles: [
      {id: 'mosaic', weight: 2},
      {id: 'ink', weight: 1},
    ],
  });
  actions.weighMix([0.1, 0.9]);

  expect(change).toHaveBeenCalledExactlyOnceWith({
    styles: [
      {id: 'mosaic', weight: 0.1},
      {id: 'ink', weight: 0.9},
    ],
  });
});

/** The actions on a look that the store does not know of yet. */
function withLook(part: Partial<Look>): {actions: LookActions; change: Looks['change']} {
  const store = fakeStore();
  const look = {...store.get().look, ...part};
  const change = vi.fn(() => Promise.resolve());
  const looks = {current: () => look, change} as unknown as Looks;
  return {actions: lookActions(store, looks, async (run) => void (await run())), change};
}
