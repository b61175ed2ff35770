import {beforeEach, expect, it, vi} from 'vitest';
import {RoomWatch} from '../../../src/capture/recording/room-watch.ts';

/** Bytes a second that a recording takes. */
const RATE = 1000;

/** Bytes that can still be written. */
let room: number;
let asked: number[];
let watch: RoomWatch;

beforeEach(() => {
  room = Infinity;
  asked = [];
  watch = new RoomWatch((bytes) => {
    asked.push(bytes);
    return Promise.resolve(bytes <= room);
  });
});

it('tells nothing while there is plenty', async () => {
  await record(0, 60);

  expect(watch.minutesLeft).toBeUndefined();
  expect(Math.max(...asked)).toBe(5 * 60 * RATE);
});

it.each([
  [301, undefined],
  [299, 4],
  [60, 1],
  [59, 0],
])('tells whole minutes: there is room for %i s', async (seconds, minutes) => {
  room = seconds * RATE;
  await record(0, 30);

  expect(watch.minutesLeft).toBe(minutes);
});

it('takes the rate of the last half a minute', async () => {
  await record(0, 60);
  room = 3.5 * 60 * 10 * RATE;
  await record(60, 120, 10 * RATE);

  expect(watch.minutesLeft).toBe(3);
});

it('says nothing any more when there is room again', async () => {
  room = 90 * RATE;
  await record(0, 10);
  expect(watch.minutesLeft).toBe(1);
  room = Infinity;
  await record(10, 20);

  expect(watch.minutesLeft).toBeUndefined();
});

it('looks every few seconds, not with every frame', async () => {
  const look = vi.spyOn(asked, 'push');
  await record(0, 60);

  expect(look.mock.calls.length).toBeGreaterThan(8);
  expect(look.mock.calls.length).toBeLessThanOrEqual(13);
});

let bytes = 0;

/** Records from one second to another, in frames of 40 ms. */
async function record(from: number, to: number, rate = RATE): Promise<void> {
  if (from === 0) bytes = 0;
  for (let ms = from * 1000; ms <= to * 1000; ms += 40) {
    watch.follow(ms, bytes);
    bytes += (rate * 40) / 1000;
    await Promise.resolve();
  }
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}
