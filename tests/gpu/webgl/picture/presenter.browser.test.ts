import {expect, it} from 'vitest';
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
  presenter.show(painting, frame, SIZE, {mirror: false, divider: 0});
  const bytes = readCanvas(gl);

  expect([gl.canvas.width, gl.canvas.height]).toEqual([32, 16]);
  expect([...bytes.slice(0, 4)]).toEqual([200, 0, 0, 255]);
  expect([...bytes.slice((15 * 32 + 31) * 4)]).toEqual([200, 150, 31, 255]);
});

it('shows the frame left of the divider', () => {
  const {gl, presenter, painting, frame} = setUp();
  presenter.show(painting, frame, SIZE, {mirror: false, divider: 0.25});
  const bytes = readCanvas(gl);

  expect([bytes[7 * 4], bytes[8 * 4]]).toEqual([20, 200]);
});

it('mirrors both, and not the divider', () => {
  const {gl, presenter, painting, frame} = setUp();
  presenter.show(painting, frame, SIZE, {mirror: true, divider: 0.25});
  const bytes = readCanvas(gl);

  expect([...bytes.slice(0, 4)]).toEqual([20, 0, 31, 255]);
  expect([bytes[7 * 4], bytes[8 * 4]]).toEqual([20, 200]);
  expect([...bytes.slice(31 * 4, 32 * 4)]).toEqual([200, 0, 0, 255]);
});

it('may be disposed twice', () => {
  const {gl, presenter} = setUp();
  presenter.dispose();
  presenter.dispose();
  expect(gl.getError()).toBe(gl.NO_ERROR);
});
