import {expect, it} from 'vitest';
import {createFollowing} from '../../../../src/gpu/webgl/picture/following.ts';
import type {Picture} from '../../../../src/gpu/webgl/picture/picture.ts';

const keeper = {};

function setUp() {
  const clock = {timeMs: 1000};
  const following = createFollowing(() => clock.timeMs);
  /** The share of a new frame, so many milliseconds after the last one. */
  const after = (ms: number, by = keeper) => {
    clock.timeMs += ms;
    return following.shareOf(frame(), by);
  };
  return {following, after};
}

function frame(width = 16): Picture {
  return {texture: {}, size: {width, height: 16}};
}

it('takes the first frame as it is, and counts each once', () => {
  const {following} = setUp();
  const first = frame();

  expect(following.shareOf(first, keeper)).toBe(1);
  expect(following.shareOf(first, keeper)).toBe(0);
});

it('begins anew with a frame that is looked at in another way, and with no other', () => {
  const {following} = setUp();
  const still = frame();
  const [way, other] = [{}, {}];
  following.shareOf(still, keeper, way);

  expect(following.shareOf(still, keeper, other)).toBe(1);
  expect(following.shareOf(still, keeper, other)).toBe(0);
  expect(following.shareOf(frame(), keeper, way)).toBeLessThan(0.1);
});

it('follows as far in a time, however many frames that has', () => {
  const {after} = setUp();
  after(0);
  const slow = after(800);
  let left = 1;
  for (let count = 0; count < 20; count++) left *= 1 - after(40);

  expect(slow).toBeCloseTo(2 / 3, 1);
  expect(1 - left).toBeCloseTo(slow, 5);
});

it('begins anew with another size', () => {
  const {following, after} = setUp();
  after(0);

  expect(following.shareOf(frame(32), keeper)).toBe(1);
});

it('begins anew with another scene, and for another who follows', () => {
  const {following, after} = setUp();
  after(0);
  expect(after(40, {})).toBe(1);
  expect(after(40)).toBe(1);

  following.restart();
  expect(after(40)).toBe(1);
});
