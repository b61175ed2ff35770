import type {PaintedMask} from '../../gpu/painter.ts';

/** Where a hand is on the frame: 0…1 of its width and height from the upper left, as filmed. */
export type MaskPlace = {x: number; y: number};

/** What a hand paints with. */
export type Brush = {
  /** In which region, or in none any more. */
  paints: 'red' | 'green' | 'nothing';
  /** Its width, of the frame's shorter side. */
  size: number;
  /** How much of it is soft, 0…1. */
  softness: number;
};

/** A mask that is painted by hand, step by step. */
export type MaskPainter = {
  /** What is painted so far; its version grows with every touch. */
  readonly mask: PaintedMask;
  readonly canUndo: boolean;
  /** Begins a step that can be undone. */
  begin(): void;
  /**
   * Paints a line from a place to another.
   *
   * @param aspect of the frame, its width by its height: the brush is round on it
   */
  stroke(from: MaskPlace, to: MaskPlace, brush: Brush, aspect: number): void;
  /** Exchanges what is painted in a region with what is not. */
  invert(region: 'red' | 'green'): void;
  clear(): void;
  undo(): void;
  /** Shows another mask, of a cue for one; steps before it cannot be undone. */
  show(mask: PaintedMask | undefined): void;
  /** The mask as the `data:` address of a PNG; '' where nothing is painted. */
  read(): string;
};

/** Pixels of the mask on each side: edges are soft, and it is no larger than it must be. */
const SIDE = 256;

/** So many steps can be undone. */
const MOST_STEPS = 30;

/** A line has so many dabs at most. */
const MOST_DABS = 1000;

const INKS = {
  red: [255, 0, 0],
  green: [0, 255, 0],
  nothing: [0, 0, 0],
} as const;

/** Makes an empty mask. */
export function createMaskPainter(): MaskPainter {
  const canvas = Object.assign(document.createElement('canvas'), {width: SIDE, height: SIDE});
  const context = canvas.getContext('2d', {alpha: false, willReadFrequently: true});
  if (!context) throw new Error('Expected a 2D canvas, but there is none.');
  const pen = context;
  const mask = {picture: canvas, version: 0};
  const steps: ImageData[] = [];

  const pixels = () => pen.getImageData(0, 0, SIDE, SIDE);
  const isEmpty = ({data}: ImageData) => data.every((value, at) => at % 4 === 3 || value === 0);

  function show(picture: CanvasImageSource | undefined) {
    pen.fillStyle = '#000';
    pen.fillRect(0, 0, SIDE, SIDE);
    if (picture) pen.drawImage(picture, 0, 0, SIDE, SIDE);
    mask.version++;
  }

  function begin() {
    steps.push(pixels());
    if (steps.length > MOST_STEPS) steps.shift();
  }

  /** A soft disc, whose middle is in the middle of what is drawn. */
  function dab(x: number, y: number, width: number, height: number, {paints, softness}: Brush) {
    const [red, green, blue] = INKS[paints];
    const ink = (alpha: number) => `rgb(${red} ${green} ${blue} / ${alpha})`;
    pen.save();
    pen.translate(x, y);
    pen.scale(width / 2, height / 2);
    const gradient = pen.createRadialGradient(0, 0, Math.min(0.98, 1 - softness), 0, 0, 1);
    gradient.addColorStop(0, ink(1));
    gradient.addColorStop(1, ink(0));
    pen.fillStyle = gradient;
    pen.fillRect(-1, -1, 2, 2);
    pen.restore();
  }

  show(undefined);
  return {
    mask,
    get canUndo() {
      return steps.length > 0;
    },
    begin,
    stroke(from, to, brush, aspect) {
      // A picture without a size says nothing of where it is touched.
      const numbers = [from.x, from.y, to.x, to.y, aspect];
      if (!numbers.every(Number.isFinite) || aspect <= 0) return;
      // Round on the frame, which is wider or higher than the mask.
      const width = SIDE * brush.size * Math.min(1, 1 / aspect);
      const height = SIDE * brush.size * Math.min(1, aspect);
      const [across, down] = [SIDE * (to.x - from.x), SIDE * (to.y - from.y)];
      const length = Math.hypot(across / width, down / height);
      const count = Math.min(MOST_DABS, Math.max(1, Math.ceil(length * 6)));
      for (let step = 1; step <= count; step++) {
        const share = step / count;
        dab(SIDE * from.x + across * share, SIDE * from.y + down * share, width, height, brush);
      }
      mask.version++;
    },
    invert(region) {
      begin();
      const picture = pixels();
      const channel = region === 'red' ? 0 : 1;
      const other = 1 - channel;
      for (let at = 0; at < picture.data.length; at += 4) {
        const value = 255 - (picture.data[at + channel] ?? 0);
        picture.data[at + channel] = value;
        // A pixel is in one region, or in the other.
        picture.data[at + other] = Math.min(picture.data[at + other] ?? 0, 255 - value);
      }
      pen.putImageData(picture, 0, 0);
      mask.version++;
    },
    clear() {
      begin();
      show(undefined);
    },
    undo() {
      const before = steps.pop();
      if (before) pen.putImageData(before, 0, 0);
      mask.version++;
    },
    show(other) {
      if (other === mask) return;
      steps.length = 0;
      show(
        other && !(other.picture instanceof ImageData)
          ? (other.picture as CanvasImageSource)
          : undefined,
      );
    },
    read: () => (isEmpty(pixels()) ? '' : canvas.toDataURL('image/png')),
  };
}
