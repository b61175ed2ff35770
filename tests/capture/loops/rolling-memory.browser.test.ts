import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {
  createRollingMemory,
  type RollingMemory,
} from '../../../src/capture/loops/rolling-memory.ts';

let memory: RollingMemory;
let canvas: HTMLCanvasElement;
let flipped: boolean;

beforeEach(() => {
  flipped = false;
  memory = createRollingMemory(() => flipped);
  canvas = document.createElement('canvas');
  resize(64, 48);
});

afterEach(() => {
  memory.dispose();
  vi.restoreAllMocks();
});

function resize(width: number, height: number) {
  Object.assign(canvas, {width, height});
}

/** Shows so many pictures, each of a colour of its own on its left half; the first at 1000 ms. */
function show(count: number, everyMs: number, startMs = 1000) {
  const context = canvas.getContext('2d')!;
  for (let place = 0; place < count; place++) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = `rgb(${place} 0 200)`;
    context.fillRect(0, 0, canvas.width / 2, canvas.height);
    memory.add(canvas, startMs + place * everyMs);
  }
}

const timesOf = (lengthMs: number) => memory.last(lengthMs).map(({timeMs}) => Math.round(timeMs));

function colourAt(picture: HTMLCanvasElement, x: number) {
  return [...picture.getContext('2d')!.getImageData(x, 5, 1, 1).data];
}

describe('createRollingMemory', () => {
  it.each([
    {rate: 60, gapMs: 67},
    {rate: 30, gapMs: 67},
    {rate: 25, gapMs: 80},
    {rate: 5, gapMs: 200},
  ])('keeps pictures of $rate a second every $gapMs ms', ({rate, gapMs}) => {
    show(2 * rate, 1000 / rate);
    const times = memory.last(6000).map(({timeMs}) => timeMs);
    const gaps = times.slice(1).map((timeMs, place) => Math.round(timeMs - times[place]!));

    expect(new Set(gaps)).toEqual(new Set([gapMs]));
  });

  it('has the last six seconds of what it was shown, oldest first', () => {
    show(200, 100);

    expect(memory.lengthMs).toBeCloseTo(6000);
    expect(timesOf(6000)).toEqual(Array.from({length: 60}, (_, place) => 15_000 + 100 * place));
    expect(timesOf(300)).toEqual([20_700, 20_800, 20_900]);
    expect(memory.last(300).map(({picture}) => colourAt(picture, 2)[0])).toEqual([197, 198, 199]);
    expect(memory.newest).toBe(memory.last(300).at(-1)?.picture);
  });

  it('makes nothing anew once round, and reads nothing back', () => {
    show(100, 60);
    const canvases = vi.spyOn(document, 'createElement');
    const reads = vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData');
    show(250, 60, 8000);

    expect(canvases).not.toHaveBeenCalled();
    expect(reads).not.toHaveBeenCalled();
    expect(new Set(memory.last(6000).map(({picture}) => picture)).size).toBe(100);
  });

  it('lasts for as long as its pictures are shown', () => {
    expect(memory.lengthMs).toBe(0);
    show(1, 100);
    expect(memory.lengthMs).toBe(0);
    show(3, 100, 1100);
    expect(memory.lengthMs).toBeCloseTo(400);
  });

  it('keeps clear what is clear, and mirrors on demand', () => {
    show(1, 100);
    flipped = true;
    show(1, 100, 2000);
    const [plain, mirrored] = memory.last(6000).map(({picture}) => picture);

    expect([colourAt(plain!, 2)[3], colourAt(plain!, 60)[3]]).toEqual([255, 0]);
    expect([colourAt(mirrored!, 2)[3], colourAt(mirrored!, 60)[3]]).toEqual([0, 255]);
  });

  it('is 480 pixels long at most, whole', () => {
    resize(1024, 768);
    show(1, 100);

    expect(memory.size).toEqual({width: 480, height: 360});
    expect(colourAt(memory.newest!, 230)[3]).toBe(255);
    expect(colourAt(memory.newest!, 250)[3]).toBe(0);
  });

  it('goes on where the canvas is as large, in effect, and begins anew where it is not', () => {
    resize(1024, 768);
    show(3, 100);
    resize(2048, 1536);
    show(3, 100, 1300);
    expect(timesOf(6000)).toHaveLength(6);
    const before = memory.last(6000).map(({picture}) => picture);

    resize(768, 1024);
    show(2, 100, 1600);

    expect(timesOf(6000)).toEqual([1600, 1700]);
    expect(memory.size).toEqual({width: 360, height: 480});
    expect(before.every(({width}) => width === 0)).toBe(true);
  });

  it('takes no picture that has no pixels, or is not later', () => {
    show(2, 100);
    memory.add(canvas, 1000);
    resize(0, 48);
    memory.add(canvas, 5000);

    expect(timesOf(6000)).toEqual([1000, 1100]);
  });

  it('forgets, and frees', () => {
    show(3, 100);
    const pictures = memory.last(6000).map(({picture}) => picture);
    memory.forget();
    expect([memory.lengthMs, memory.newest, timesOf(6000)]).toEqual([0, undefined, []]);
    show(1, 100);
    expect(timesOf(6000)).toEqual([1000]);

    memory.dispose();
    memory.dispose();

    expect(pictures.every(({width, height}) => width === 0 && height === 0)).toBe(true);
    expect(memory.size).toEqual({width: 0, height: 0});
    show(1, 100);
    expect(memory.size).toEqual({width: 64, height: 48});
  });
});
