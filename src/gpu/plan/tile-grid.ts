import {FRAME_STEP, type Size} from '../size.ts';

/** A rectangle of pixels, from its upper left corner. */
export type Rectangle = Size & {x: number; y: number};

/** A part of a picture that is painted at a time. */
export type GridTile = {
  /** What is painted; of the same size for all tiles of a picture, and within it. */
  window: Rectangle;
  /** What of that is right: the tiles' own parts make up the picture. */
  own: Rectangle;
};

/**
 * Cuts a picture into tiles, row by row. Windows and own parts begin at multiples of `FRAME_STEP`, so that strides
 * and doubled maps fall where they fall in the whole. Where a window ends and the picture does not, its own part
 * ends at least a margin before.
 *
 * @param size in multiples of `FRAME_STEP`
 * @param reach how far around a pixel is looked, in pixels
 * @param most how large a window may be; one of some pixels besides two margins is taken in any case
 */
export function tileGrid(size: Size, reach: number, most: Size): GridTile[] {
  const margin = Math.ceil(reach / FRAME_STEP) * FRAME_STEP;
  const columns = spansOf(size.width, margin, most.width);
  return spansOf(size.height, margin, most.height).flatMap((row) =>
    columns.map((column) => ({
      window: rectangleOf(column.window, row.window),
      own: rectangleOf(column.own, row.own),
    })),
  );
}

type Span = {start: number; end: number};

function spansOf(length: number, margin: number, most: number): {window: Span; own: Span}[] {
  const whole = {start: 0, end: length};
  if (length <= most) return [{window: whole, own: whole}];
  const longest = Math.max(FRAME_STEP, Math.floor(most / FRAME_STEP) * FRAME_STEP - 2 * margin);
  const inner = length - 2 * margin;
  if (inner <= longest) return [{window: whole, own: whole}];
  // As even as may be: what is left over would be painted all the same.
  const step = Math.ceil(inner / Math.ceil(inner / longest) / FRAME_STEP) * FRAME_STEP;
  const count = Math.ceil(inner / step);
  const windowLength = step + 2 * margin;
  return Array.from({length: count}, (_, index) => {
    const start = Math.min(index * step, length - windowLength);
    return {
      window: {start, end: start + windowLength},
      own: {
        start: index === 0 ? 0 : index * step + margin,
        end: index === count - 1 ? length : (index + 1) * step + margin,
      },
    };
  });
}

function rectangleOf(column: Span, row: Span): Rectangle {
  return {
    x: column.start,
    y: row.start,
    width: column.end - column.start,
    height: row.end - row.start,
  };
}
