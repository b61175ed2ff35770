import {expect, it} from 'vitest';
import {readMidi} from '../../../src/app/midi/midi-message.ts';

it.each([
  [[0xb0, 7, 127], {kind: 'control', channel: 0, number: 7, value: 1}],
  [[0xbf, 21, 0], {kind: 'control', channel: 15, number: 21, value: 0}],
  [[0xc2, 4], {kind: 'program', channel: 2, program: 4}],
])('reads %j', (data, message) => {
  expect(readMidi(Uint8Array.from(data))).toEqual(message);
});

it.each([[[0x90, 60, 100]], [[0xf8]], [[0xb0]], [[0xb0, 7]], [[]]])(
  'makes nothing of %j',
  (data) => {
    expect(readMidi(Uint8Array.from(data))).toBeUndefined();
  },
);

it('makes nothing of nothing', () => {
  expect(readMidi(null)).toBeUndefined();
});
