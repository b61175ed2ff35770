import {afterEach, beforeEach, expect, it} from 'vitest';
import type {Paint} from '../../../../src/gpu/painter.ts';
import {createFlashGuard, type FlashGuard} from '../../../../src/gpu/webgl/picture/flash-guard.ts';
import {createFrameInput, type FrameInput} from '../../../../src/gpu/webgl/picture/frame-input.ts';
import {createSteadier, type Steadier} from '../../../../src/gpu/webgl/picture/steadier.ts';
import {USUAL} from '../../../app/usual-look.ts';
import {readColors} from '../../fused-fixture.ts';
import {countMade, openTestContext, paintedCanvas, taken} from '../../gl-fixture.ts';

const SIZE = {width: 96, height: 64};
const FRAME_MS = 1000 / 30;

let gl: WebGL2RenderingContext;
let input: FrameInput;
let guard: FlashGuard;
let steadier: Steadier;
let timeMs: number;

beforeEach(() => {
  gl = openTestContext();
  timeMs = 0;
  input = createFrameInput(gl);
  guard = createFlashGuard(gl, () => timeMs);
  steadier = createSteadier(gl);
});
afterEach(() => {
  for (const part of [guard, steadier, input]) part.dispose();
});

/**
 * What is seen for some seconds of paintings of one grey, 0…1, over a share of the picture; the rest is mid-grey.
 * Each is of another look, which would be shown at once.
 */
function seen(greyAt: (seconds: number) => number, seconds: number, share = 1): number[] {
  const shown: number[] = [];
  for (let frame = 0; frame < 30 * seconds; frame++) {
    timeMs += FRAME_MS;
    const grey = 255 * greyAt(frame / 30);
    const painting = taken(
      input,
      paintedCanvas(SIZE, (x) => (x < share * SIZE.width ? [grey, grey, grey] : [90, 90, 90])),
    );
    const layers: Paint['layers'] = [];
    const hold = guard.watch(painting.texture, painting, layers);
    const texture = steadier.steady(painting.texture, painting, {layers, ...USUAL}, hold);
    shown.push(readColors(gl, texture, SIZE, 'full')[0]!);
  }
  return shown;
}

/** Turns of relative luminance by a tenth and more in the last second. */
function flashes(shown: readonly number[]): number {
  const lights = shown.slice(-30).map((grey) => grey ** 2.2);
  let [extreme, turn, turns] = [lights[0]!, 1, 0];
  for (const light of lights) {
    extreme = turn > 0 ? Math.max(extreme, light) : Math.min(extreme, light);
    if (Math.abs(extreme - light) < 0.1 || Math.min(extreme, light) >= 0.8) continue;
    turn = -turn;
    extreme = light;
    turns++;
  }
  return turns / 2;
}

const strobe = (hertz: number) => (seconds: number) => Math.floor(2 * hertz * seconds) % 2;

it.each([4.5, 6, 7.5, 15])('holds a look down that strobes %f times a second', (hertz) => {
  const shown = seen(strobe(hertz), 4);

  expect(flashes(shown)).toBeLessThanOrEqual(3);
  const bare = Array.from({length: 120}, (_, frame) => strobe(hertz)(frame / 30));
  expect(flashes(bare)).toBeGreaterThan(3);
});

it('flashes no more often than three times in the first second, either', () => {
  expect(flashes(seen(strobe(7.5), 1))).toBeLessThanOrEqual(3);
});

it.each<[string, (seconds: number) => number, number]>([
  ['what flashes twice a second', strobe(2), 1],
  ['what flashes in a small part of the picture', strobe(7.5), 0.12],
  ['a slow change', (seconds) => 0.5 + 0.5 * Math.sin(2 * seconds), 1],
  ['a trembling of a few steps', (seconds) => 0.5 + 0.02 * Math.sin(50 * seconds), 1],
])('leaves alone %s', (_, greyAt, share) => {
  const shown = seen(greyAt, 3, share);

  const wanted = shown.map((__, frame) => greyAt(frame / 30));
  const errors = shown.map((grey, frame) => Math.abs(grey - wanted[frame]!));
  expect(Math.max(...errors.slice(1))).toBeLessThan(0.01);
});

it('lets go a moment after the flashes end', () => {
  seen(strobe(7.5), 3);
  const shown = seen(() => 1, 4);

  expect(shown.at(-1)).toBeGreaterThan(0.95);
});

it('makes nothing from frame to frame, and counts a frame once', () => {
  seen(strobe(5), 0.2);
  const painting = taken(
    input,
    paintedCanvas(SIZE, () => [9, 9, 9]),
  );
  const layers: Paint['layers'] = [];
  guard.watch(painting.texture, painting, layers);
  const made = countMade(gl);
  let draws = 0;
  const {drawArrays} = gl;
  gl.drawArrays = (...parameters) => (draws++, drawArrays.apply(gl, parameters));
  guard.watch(painting.texture, painting, layers);
  expect(draws).toBe(0);
  guard.watch(painting.texture, painting, []);

  expect([made(), draws]).toEqual([0, 2]);
  expect(gl.getError()).toBe(gl.NO_ERROR);
});
