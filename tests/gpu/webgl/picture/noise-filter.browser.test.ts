import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Calm} from '../../../../src/gpu/painter.ts';
import type {Size} from '../../../../src/gpu/size.ts';
import {createFrameInput, type FrameInput} from '../../../../src/gpu/webgl/picture/frame-input.ts';
import {
  createNoiseFilter,
  type NoiseFilter,
} from '../../../../src/gpu/webgl/picture/noise-filter.ts';
import {exampleFrame, readColors} from '../../fused-fixture.ts';
import {countMade, openTestContext, paintedCanvas, taken} from '../../gl-fixture.ts';
import {noisy, spread} from '../../noise.ts';

const SIZE = {width: 48, height: 32};

describe('noise filter', () => {
  let gl: WebGL2RenderingContext;
  let input: FrameInput;
  let filter: NoiseFilter;

  beforeEach(() => {
    gl = openTestContext();
    gl.enable(gl.SCISSOR_TEST);
    input = createFrameInput(gl);
    filter = createNoiseFilter(gl);
  });
  afterEach(() => {
    filter.dispose();
    input.dispose();
  });

  function apply(frame: HTMLCanvasElement, size = SIZE) {
    return bytes(filter.calm(taken(input, frame, size)).texture, size, 'full');
  }

  /** What goes in. */
  function take(frame: HTMLCanvasElement) {
    return bytes(taken(input, frame).texture, SIZE, 'half');
  }

  /** RGB in steps of 0…255. */
  function bytes(texture: WebGLTexture, size: Size, floats: 'half' | 'full') {
    return Uint8Array.from(readColors(gl, texture, size, floats), (color) =>
      Math.round(color * 255),
    );
  }

  function grey(value: number, line?: number) {
    return paintedCanvas(SIZE, (x) => (x === line ? [250, 250, 250] : [value, value, value]));
  }

  it('leaves the first frame as it is', () => {
    const frame = exampleFrame(SIZE);
    expect(apply(frame)).toEqual(take(frame));
  });

  it('takes more than half of the noise out of a scene that stands still', () => {
    const scene = exampleFrame(SIZE);
    const frames = Array.from({length: 20}, (_, seed) => noisy(scene, 2, seed));
    const calm = frames.map((frame) => apply(frame)).slice(4);
    const noise = frames.slice(4).map(take);

    expect(spread(noise)).toBeGreaterThan(1.5);
    expect(spread(calm)).toBeLessThan(spread(noise) / 2);
  });

  it('is as firm as is wanted, and not at all where it is off', () => {
    const scene = exampleFrame(SIZE);
    const spreadOf = (firmness: Calm) => {
      filter.restart();
      const calmed = Array.from({length: 20}, (_, seed) => {
        const frame = taken(input, noisy(scene, 2, seed));
        return bytes(filter.calm(frame, firmness).texture, SIZE, 'full');
      });
      return spread(calmed.slice(8));
    };

    const [off, normal, strong] = (['off', 'normal', 'strong'] as const).map(spreadOf);
    expect(off).toBeGreaterThan(1.5);
    expect(strong).toBeLessThan(0.8 * normal!);
  });

  it('keeps the mean of what it calms', () => {
    const scene = grey(100);
    const last = Array.from({length: 20}, (_, seed) => apply(noisy(scene, 2, seed))).at(-1)!;
    const reds = last.filter((_, index) => index % 3 === 0);
    expect(Math.abs(reds.reduce((sum, red) => sum + red) / reds.length - 100)).toBeLessThan(0.5);
  });

  it('shows at once what has moved', () => {
    apply(paintedCanvas(SIZE, (x) => (x < 20 ? [200, 40, 90] : [60, 80, 100])));
    const moved = paintedCanvas(SIZE, (x) => (x < 24 ? [200, 40, 90] : [60, 80, 100]));
    expect(apply(moved)).toEqual(take(moved));
  });

  it('leaves no ghost of a thin line that moves by a pixel', () => {
    apply(grey(100, 20));
    const colors = apply(grey(100, 21));
    expect([colors[20 * 3], colors[21 * 3]]).toEqual([100, 250]);
  });

  it('follows light that changes slowly', () => {
    for (let value = 100; value <= 140; value++) apply(grey(value));
    expect(Math.abs(apply(grey(140))[0]! - 140)).toBeLessThanOrEqual(4);
  });

  it('reaches the black that a scene fades to', () => {
    for (let value = 60; value >= 0; value -= 2) apply(grey(value));
    for (let frame = 0; frame < 20; frame++) apply(grey(0));
    expect(Math.max(...apply(grey(0)))).toBe(0);
  });

  it('takes the frame as it is after a restart, and in another size', () => {
    apply(grey(100));
    filter.restart();
    expect(apply(grey(102))[0]).toBe(102);
    expect(apply(grey(104), {width: 32, height: 32})[0]).toBe(104);
  });

  it('gives the same for the same frame, however often', () => {
    apply(grey(100));
    const frame = taken(input, grey(104));
    const once = bytes(filter.calm(frame).texture, SIZE, 'full');
    const draw = vi.spyOn(gl, 'drawArrays');

    expect(bytes(filter.calm(frame).texture, SIZE, 'full')).toEqual(once);
    expect(draw).not.toHaveBeenCalled();
    expect(once[0]).toBe(101);
    expect(apply(grey(104))[0]).toBe(102);
  });

  it('creates nothing from one frame to the next', () => {
    apply(grey(100));
    const made = countMade(gl);
    const frame = grey(101);
    for (let count = 0; count < 5; count++) filter.calm(taken(input, frame));
    expect(made()).toBe(0);
    expect(gl.getError()).toBe(gl.NO_ERROR);
  });

  it('frees its textures, also when disposed twice', () => {
    const {texture} = filter.calm(taken(input, grey(100)));
    filter.dispose();
    filter.dispose();
    expect(gl.isTexture(texture)).toBe(false);
  });
});
