import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {CUE_EVENT, recallByEvents} from '../../../src/app/cues/cue-events.ts';
import type {Cue} from '../../../src/app/cues/cues-state.ts';

const LIST = ['Intro', 'Verse'].map((name) => ({id: name, name}) as Cue);
const cues = {recall: vi.fn(() => Promise.resolve()), step: vi.fn(() => Promise.resolve())};
let closing: AbortController;

beforeEach(() => {
  closing = new AbortController();
  recallByEvents(cues, () => LIST, closing.signal);
});
afterEach(() => {
  closing.abort();
  vi.clearAllMocks();
});

function send(detail: unknown) {
  window.dispatchEvent(new CustomEvent(CUE_EVENT, {detail}));
}

it('recalls cues by number and by name, and steps', () => {
  send({cue: 2});
  send({cue: 'Intro'});
  send({step: -1});

  expect(cues.recall.mock.calls).toEqual([[1], [0]]);
  expect(cues.step.mock.calls).toEqual([[-1]]);
});

it.each([undefined, null, 7, 'Intro', {}, {cue: null}, {cue: [1]}, {step: 5}, {step: '1'}])(
  'does nothing for %o',
  (detail) => {
    send(detail);
    window.dispatchEvent(new Event(CUE_EVENT));

    expect(cues.recall).not.toHaveBeenCalled();
    expect(cues.step).not.toHaveBeenCalled();
  },
);

it('outlives a cue that cannot be shown, and ends with the app', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  cues.recall.mockRejectedValueOnce(new Error('gone'));
  send({cue: 1});
  await expect.poll(() => warn.mock.calls.length).toBe(1);
  closing.abort();
  send({cue: 1});

  expect(cues.recall).toHaveBeenCalledTimes(1);
});
