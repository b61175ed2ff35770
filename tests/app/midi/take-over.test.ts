import {expect, it} from 'vitest';
import {TakeOver} from '../../../src/app/midi/take-over.ts';

it('waits until a knob has come to the value', () => {
  const takeOver = new TakeOver();

  expect(takeOver.takes(0.1, 0.6)).toBe(false);
  expect(takeOver.takes(0.4, 0.6)).toBe(false);
  expect(takeOver.takes(0.58, 0.6)).toBe(true);
});

it('takes over where a quick turn passes the value', () => {
  const takeOver = new TakeOver();
  takeOver.takes(0.1, 0.6);

  expect(takeOver.takes(0.9, 0.6)).toBe(true);
});

it('holds on while it turns, however quickly', () => {
  const takeOver = new TakeOver();
  let value = 0.5;
  for (const position of [0.5, 0.7, 0.2, 1, 0]) {
    expect(takeOver.takes(position, value)).toBe(true);
    value = position;
  }
});

it('lets go where somebody else has changed the value', () => {
  const takeOver = new TakeOver();
  takeOver.takes(0.5, 0.5);

  expect(takeOver.takes(0.52, 0.9)).toBe(false);
});
