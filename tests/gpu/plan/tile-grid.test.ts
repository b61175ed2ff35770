import {describe, expect, it} from 'vitest';
import {reachOf} from '../../../src/gpu/plan/reach.ts';
import {type GridTile, tileGrid} from '../../../src/gpu/plan/tile-grid.ts';
import {toyArchitecture} from '../../toy-architecture.ts';

const REACH = 71;
const MARGIN = 80;

/** A tile's window and own part along one axis, as starts and ends. */
function along(tile: GridTile, axis: 'x' | 'y') {
  const side = axis === 'x' ? 'width' : 'height';
  const {window, own} = tile;
  return {
    from: window[axis],
    to: window[axis] + window[side],
    ownFrom: own[axis],
    ownTo: own[axis] + own[side],
  };
}

describe('tileGrid', () => {
  it.each([
    [{width: 16, height: 16}, 176],
    [{width: 1920, height: 1088}, 512],
    [{width: 2048, height: 16}, 176],
    [{width: 176, height: 5008}, 176],
    [{width: 192, height: 208}, 200],
    [{width: 640, height: 480}, 100],
    [{width: 8000, height: 6000}, 1072],
  ])('cuts %o into windows of about %i pixels', (size, side) => {
    const grid = tileGrid(size, REACH, {width: side, height: side});
    const [first] = grid;
    let area = 0;
    for (const tile of grid) {
      const {window, own} = tile;
      area += own.width * own.height;
      expect([window.width, window.height]).toEqual([first?.window.width, first?.window.height]);
      expect(Math.max(window.width, window.height)).toBeLessThanOrEqual(
        Math.max(side, 2 * MARGIN + 32),
      );
      for (const axis of ['x', 'y'] as const) {
        const {from, to, ownFrom, ownTo} = along(tile, axis);
        const end = axis === 'x' ? size.width : size.height;
        expect([from % 16, to % 16, ownFrom % 16, ownTo % 16]).toEqual([0, 0, 0, 0]);
        // Inside the picture, a margin is between what is right and where the window ends.
        if (ownFrom > 0) expect(ownFrom - from).toBeGreaterThanOrEqual(MARGIN);
        else expect(from).toBe(0);
        if (ownTo < end) expect(to - ownTo).toBeGreaterThanOrEqual(MARGIN);
        else expect([ownTo, to]).toEqual([end, end]);
      }
    }

    expect(area).toBe(size.width * size.height);
  });

  it('goes row by row, each part beginning where the one before it ends', () => {
    const grid = tileGrid({width: 400, height: 320}, REACH, {width: 208, height: 208});
    const columns = grid.filter(({own}) => own.y === 0).length;
    grid.forEach(({own}, index) => {
      const before = grid[index - 1];
      expect(own.x).toBe(index % columns === 0 ? 0 : before!.own.x + before!.own.width);
      if (index >= columns) {
        const above = grid[index - columns]!;
        expect(own.y).toBe(above.own.y + above.own.height);
      }
    });
  });
});

describe('reachOf', () => {
  it('adds up how far each convolution looks', () => {
    // conv1 1, conv2 1, conv3 2, res3a 8, conv4 4, res4a 16; res4b 16, up3 8, res3b 8, up2 4, up1 2, out 1.
    expect(reachOf(toyArchitecture())).toBe(REACH);
    expect(reachOf(toyArchitecture('vgg19'))).toBe(74);
  });
});
