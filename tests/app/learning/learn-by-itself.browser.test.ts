import {afterEach, beforeEach, expect, it, type Mock, vi} from 'vitest';
import {learnByItself} from '../../../src/app/learning/learn-by-itself.ts';
import type {Learner} from '../../../src/app/learning/learner.ts';
import type {AppState} from '../../../src/app/state.ts';
import {createStore, type Store} from '../../../src/app/store.ts';
import {appState, type Change, styleEntries} from '../../ui/page-fixture.ts';

/** An own style in the look of a machine that paints a frame in 8 ms. */
const OWN: Change = {
  look: {styles: [{id: 'own-1', weight: 1}]},
  styles: {entries: styleEntries(1)},
  learning: {learnt: 0},
  stats: {width: 640, height: 480, frameMs: 8},
};

let store: Store<AppState>;
let learn: Mock<Learner['learn']>;
let closing: AbortController;
let battery: {charging: boolean} | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  closing = new AbortController();
  learn = vi.fn(() => Promise.resolve('learnt' as const));
  battery = undefined;
  Object.assign(navigator, {getBattery: () => Promise.resolve(battery)});
});

afterEach(() => {
  closing.abort();
  vi.useRealTimers();
});

it('learns an own style that is looked at, within the time', async () => {
  begin();
  await vi.advanceTimersByTimeAsync(1000);
  expect(learn).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5000);

  expect(learn.mock.calls).toEqual([['own-1', {mostSeconds: 180}]]);
  expect(store.get().learning.asksFirst).toBe(false);
});

it.each<[string, Change]>([
  ['a style of the gallery', {look: {styles: [{id: 'great-wave', weight: 1}]}}],
  ['what is learnt', {learning: {learnt: 1}}],
  ['where there is nothing to learn', {learning: {learnt: null}}],
  ['beside another one', {learning: {learnt: 0, style: 'own-2'}}],
  ['beside a recording', {captures: {recording: {phase: 'recording', elapsedMs: 1, bytes: 1}}}],
  ['while a style is analysed', {styles: {entries: styleEntries(1), analyzing: 'own-1'}}],
  ['while another network is woken', {networks: {changing: true}}],
  ['where a person wants to be asked', {settings: {learning: 'ask'}}],
  ['where a person does not want it', {settings: {learning: 'never'}}],
])('does not learn %s', async (_, change) => {
  begin(change);
  await vi.advanceTimersByTimeAsync(9000);

  expect(learn).not.toHaveBeenCalled();
});

it.each<[string, NonNullable<Change['stats']>]>([
  ['paints slowly', {width: 256, height: 192, frameMs: 400}],
  ['has painted nothing yet', {width: 256, height: 192, frameMs: 0}],
])('asks first where the machine %s', async (_, stats) => {
  begin({stats});
  await vi.advanceTimersByTimeAsync(9000);

  expect(learn).not.toHaveBeenCalled();
  expect(store.get().learning.asksFirst).toBe(true);
});

it('asks first on battery, and no more when it charges', async () => {
  battery = {charging: false};
  begin();
  await vi.advanceTimersByTimeAsync(9000);
  expect(store.get().learning.asksFirst).toBe(true);
  battery = {charging: true};
  await vi.advanceTimersByTimeAsync(3000);

  expect(store.get().learning.asksFirst).toBe(false);
  expect(learn).toHaveBeenCalledOnce();
});

it.each<[string, () => ReturnType<Learner['learn']>]>([
  ['a person has stopped', () => Promise.resolve('stopped')],
  ['has failed', () => Promise.reject(new Error('no number'))],
])('leaves alone what %s, but not another stroke', async (_, outcome) => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  learn.mockImplementation(outcome);
  begin();
  await vi.advanceTimersByTimeAsync(9000);
  expect(learn).toHaveBeenCalledOnce();
  store.patch('look', {stroke: 'fine'});
  await vi.advanceTimersByTimeAsync(9000);

  expect(learn).toHaveBeenCalledTimes(2);
});

it('asks first, from then on, where it took too long', async () => {
  learn.mockResolvedValue('slow');
  begin();
  await vi.advanceTimersByTimeAsync(9000);
  expect(store.get().learning.asksFirst).toBe(true);
  store.patch('look', {stroke: 'fine'});
  await vi.advanceTimersByTimeAsync(9000);

  expect(learn).toHaveBeenCalledOnce();
});

it('ends with the studio', async () => {
  begin();
  closing.abort();
  await vi.advanceTimersByTimeAsync(9000);

  expect(learn).not.toHaveBeenCalled();
});

function begin(change: Change = {}) {
  store = createStore(appState({...OWN, ...change}));
  void learnByItself(store, {learn}, closing.signal);
}
