import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {Look} from '../../../src/app/look/look-table.ts';
import {createHand, type Hand} from '../../../src/app/regions/hand.ts';
import {createMaskPictures, type MaskPictures} from '../../../src/app/regions/mask-pictures.ts';
import type {AppState} from '../../../src/app/state.ts';
import type {Store} from '../../../src/app/store.ts';
import {fakeStore} from '../fake-store.ts';

const MIDDLE = {x: 0.5, y: 0.5};

let store: Store<AppState>;
let masks: MaskPictures;
let hand: Hand;
const engine = {repaint: vi.fn(), openRegions: vi.fn(() => Promise.resolve())};
const problems: unknown[] = [];
const attempt = async (run: () => Promise<unknown>) => {
  await run().catch((error: unknown) => problems.push(error));
};
const change = vi.fn((change: Partial<Look>) => {
  store.patch('look', change);
  return Promise.resolve();
});

beforeEach(() => {
  vi.clearAllMocks();
  store = fakeStore();
  masks = createMaskPictures();
  const looks = {current: () => store.get().look, change, masks};
  hand = createHand({store, engine: Promise.resolve(engine), looks, attempt});
});

const painted = () => store.get().look.painted;
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

async function strokeTo(x: number) {
  hand.paint(MIDDLE, 1);
  hand.paint({x, y: 0.5}, 1);
  hand.lift();
  await settled();
}

describe('a hand', () => {
  it('gives the look what it paints, with styles that the look has not', async () => {
    hand.take(true);
    await strokeTo(0.8);

    expect(painted().mask).toMatch(/^data:image\/png/);
    const own = store.get().look.styles.map(({id}) => id);
    for (const cover of [painted().red, painted().green]) {
      if (cover.by === 'style') expect(own).not.toContain(cover.id);
      else expect(['frame', 'blur']).toContain(cover.by);
    }
    expect(engine.openRegions).toHaveBeenCalled();
    expect(masks.recall(painted().mask)?.picture).toBeInstanceOf(HTMLCanvasElement);
  });

  it('shows a stroke while it is painted', async () => {
    hand.take(true);
    await settled();
    hand.paint(MIDDLE, 1);
    await settled();
    const mask = masks.recall(painted().mask)!;
    const {version} = mask;
    hand.paint({x: 0.7, y: 0.5}, 1);
    await settled();

    expect(mask.version).toBeGreaterThan(version);
    expect(engine.repaint).toHaveBeenCalledTimes(2);
  });

  it('undoes, turns round and clears', async () => {
    hand.take(true);
    await strokeTo(0.6);
    const first = painted().mask;
    await strokeTo(0.9);
    expect(painted().mask).not.toBe(first);
    expect(store.get().regions.hand.canUndo).toBe(true);
    hand.undo();
    await settled();
    expect(painted().mask).toBe(first);
    hand.invert();
    await settled();
    expect(painted().mask).not.toBe(first);
    hand.clear();
    await settled();
    expect(painted().mask).toBe('');
    hand.undo();
    hand.undo();
    await settled();
    expect(painted().mask).toBe(first);
  });

  it('goes on from the mask of another look, and keeps the covers that were chosen', async () => {
    hand.take(true);
    await strokeTo(0.6);
    const {mask} = painted();
    hand.clear();
    await settled();
    store.patch('look', {painted: {mask, red: {by: 'blur'}, green: {by: 'frame'}}});
    hand.take(true);
    await settled();
    await strokeTo(0.95);

    expect(painted()).toMatchObject({red: {by: 'blur'}, green: {by: 'frame'}});
    expect(painted().mask.length).toBeGreaterThan(mask.length / 2);
    expect(painted().mask).not.toBe(mask);
  });

  it('keeps what it has painted where a style cannot be had, and tells', async () => {
    change.mockRejectedValueOnce(new Error('no picture'));
    hand.take(true);
    hand.paint(MIDDLE, 1);
    await settled();

    expect(painted()).toMatchObject({red: {by: 'frame'}, green: {by: 'blur'}});
    expect(painted().mask).not.toBe('');
    expect(problems).toEqual([new Error('no picture')]);
  });

  it('does nothing with a mask that cannot be read, but begin anew', async () => {
    const mask = 'data:image/png;base64,AAAA';
    store.patch('look', {painted: {...painted(), mask}});
    hand.take(true);
    await settled();
    await strokeTo(0.6);

    expect(painted().mask).not.toBe(mask);
  });
});
