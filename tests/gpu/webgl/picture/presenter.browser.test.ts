import {describe, expect, it} from 'vitest';
import {createFrameInput} from '../../../../src/gpu/webgl/picture/frame-input.ts';
import {createPresenter} from '../../../../src/gpu/webgl/picture/presenter.ts';
import {openTestContext, paintedCanvas, readCanvas, taken} from '../../gl-fixture.ts';

const SIZE = {width: 32, height: 16};

function setUp() {
  const gl = openTestContext();
  const [first, second] = [createFrameInput(gl), createFrameInput(gl)];
  const painting = paintedCanvas(SIZE, (x, y) => [200, y * 10, x]);
  const frame = paintedCanvas(SIZE, (x, y) => [20, y * 10, x]);
  return {
    gl,
    presenter: createPresenter(gl),
    painting: taken(first, painting).texture,
    frame: taken(second, frame).texture,
  };
}

it('shows the painting upright over a canvas of its size', () => {
  const {gl, presenter, painting, frame} = setUp();
  presenter.show(painting, frame, SIZE, {mirror: false, divider: 0, enlarged: false});
  const bytes = readCanvas(gl);

  expect([gl.canvas.width, gl.canvas.height]).toEqual([32, 16]);
  expect([...bytes.slice(0, 4)]).toEqual([200, 0, 0, 255]);
  expect([...bytes.slice((15 * 32 + 31) * 4)]).toEqual([200, 150, 31, 255]);
});

it('shows the frame left of the divider', () => {
  const {gl, presenter, painting, frame} = setUp();
  presenter.show(painting, frame, SIZE, {mirror: false, divider: 0.25, enlarged: false});
  const bytes = readCanvas(gl);

  expect([bytes[7 * 4], bytes[8 * 4]]).toEqual([20, 200]);
});

it('mirrors both, and not the divider', () => {
  const {gl, presenter, painting, frame} = setUp();
  presenter.show(painting, frame, SIZE, {mirror: true, divider: 0.25, enlarged: false});
  const bytes = readCanvas(gl);

  expect([...bytes.slice(0, 4)]).toEqual([20, 0, 31, 255]);
  expect([bytes[7 * 4], bytes[8 * 4]]).toEqual([20, 200]);
  expect([...bytes.slice(31 * 4, 32 * 4)]).toEqual([200, 0, 0, 255]);
});

describe('enlarged', () => {
  it('shows both pictures, mirrored and divided, on a canvas twice as large', () => {
    const {gl, presenter, painting, frame} = setUp();
    presenter.show(painting, frame, SIZE, {mirror: true, divider: 0.25, enlarged: true});
    const bytes = readCanvas(gl);
    const at = (x: number, y: number) => [...bytes.slice((y * 64 + x) * 4, (y * 64 + x) * 4 + 4)];

    expect([gl.canvas.width, gl.canvas.height]).toEqual([64, 32]);
    expect(at(0, 0)).toEqual([20, 0, 31, 255]);
    expect([at(15, 0)[0], at(16, 0)[0]]).toEqual([20, 200]);
    expect(at(63, 31)).toEqual([200, 150, 0, 255]);
  });

  it.each([10, 25, 45, 62, 80])(
    'draws an edge at %i° sharper than a line between pixels',
    (angle) => {
      const [small, large] = [bar(32, angle), bar(64, angle)];
      const smooth = Object.assign(document.createElement('canvas'), {width: 64, height: 64});
      smooth.getContext('2d')!.drawImage(small, 0, 0, 64, 64);

      const truth = reds(large);
      expect(distance(enlarge(small), truth)).toBeLessThan(0.7 * distance(reds(smooth), truth));
    },
  );

  it('makes nothing brighter or darker than it was, and of one colour nothing else', () => {
    const values = enlarge(bar(32, 25));
    expect([Math.min(...values), Math.max(...values)]).toEqual([30, 220]);
    expect(new Set(enlarge(paintedCanvas(SIZE, () => [90, 90, 90])))).toEqual(new Set([90]));
  });

  /** The reds of a picture enlarged on the canvas, 0…255. */
  function enlarge(picture: HTMLCanvasElement): number[] {
    const gl = openTestContext();
    const {texture, size} = taken(createFrameInput(gl), picture);
    const view = {mirror: false, divider: 0, enlarged: true};
    createPresenter(gl).show(texture, texture, size, view);
    return redsOf(readCanvas(gl));
  }

  /** A bright bar across a dark square, each pixel as much of both as it holds. */
  function bar(side: number, degrees: number): HTMLCanvasElement {
    const angle = (degrees * Math.PI) / 180;
    const taps = Array.from({length: 8}, (_, tap) => (tap + 0.5) / 8);
    const isInside = (x: number, y: number) =>
      Math.abs((x / side - 0.5) * Math.cos(angle) + (y / side - 0.5) * Math.sin(angle)) < 1 / 6;
    return paintedCanvas({width: side, height: side}, (x, y) => {
      const places = taps.flatMap((dy) => taps.map((dx) => isInside(x + dx, y + dy)));
      const grey = 30 + (190 * places.filter(Boolean).length) / places.length;
      return [grey, grey, grey];
    });
  }

  function reds(canvas: HTMLCanvasElement): number[] {
    return redsOf(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data);
  }

  function redsOf(bytes: Uint8ClampedArray): number[] {
    return [...bytes.filter((_, index) => index % 4 === 0)];
  }

  /** The root of the mean square difference. */
  function distance(a: number[], b: number[]): number {
    return Math.sqrt(a.reduce((sum, value, place) => sum + (value - b[place]!) ** 2, 0) / a.length);
  }
});

it('may be disposed twice', () => {
  const {gl, presenter} = setUp();
  presenter.dispose();
  presenter.dispose();
  expect(gl.getError()).toBe(gl.NO_ERROR);
});
