import type {SKRSContext2D} from '@napi-rs/canvas';
import {ageFresco} from '../aged-fresco.ts';
import {type Color, css, lighten} from '../color.ts';
import type {Point} from '../curve.ts';
import {brushLine, paintHeron, paintLily, paintSwallow, PIGMENTS} from '../fresco-figures.ts';
import {type Painting, SIZE} from '../painting.ts';
import {closedPath} from '../paths.ts';
import {between, gaussian, pick, type Random} from '../random.ts';

const {red, ochre, gold, verdigris, malachite, umber, soot, lime} = PIGMENTS;
const ROCKS = [ochre, verdigris, umber, gold, malachite];

/** Lilies, swallows and herons among bright rocks, on a wall three thousand years old. */
export const painting: Painting = {
  id: 'crackled-fresco',
  title: 'Lily Room',
  note: 'Earth colours brushed into wet lime, then centuries: a net of cracks, fallen flakes and the bare plaster under them.',
  seed: 1627,
  paint(context, random) {
    context.fillStyle = css(red);
    context.fillRect(0, 0, SIZE, SIZE);
    paintHeights(context, random);
    paintRocks(context, random);
    paintHeron(context, 150, 396, 1, lime, verdigris);
    paintHeron(context, 388, 388, -1, gold, malachite);
    for (const [x, base, size] of [
      [24, 530, 0.75],
      [214, 530, 0.8],
      [250, 540, 0.7],
      [330, 530, 0.75],
      [480, 530, 0.85],
    ] as const) {
      paintLily(context, random, x, base, size);
    }
    ageFresco(context, random);
  },
};

/** Rocks hanging in from above, lilies on the far slopes, swallows between them. */
function paintHeights(context: SKRSContext2D, random: Random): void {
  for (const [y, color] of [
    [0, umber],
    [22, ochre],
    [34, lime],
    [42, malachite],
  ] as const) {
    paintRock(context, random, [120, y - 62], 330, 110, color);
    paintRock(context, random, [430, y - 70], 300, 100, color);
  }
  for (const [x, base, size] of [
    [38, 360, 1.05],
    [70, 380, 0.9],
    [262, 350, 1.05],
    [296, 372, 0.9],
    [236, 380, 0.85],
    [440, 330, 0.95],
    [104, 330, 0.8],
    [470, 350, 1.15],
    [340, 300, 0.75],
  ] as const) {
    paintLily(context, random, x, base, size);
  }
  for (const [x, y, size, turn] of [
    [150, 120, 1.15, -0.4],
    [228, 92, 0.95, 0.5],
    [396, 104, 1.25, 2.7],
    [330, 158, 0.85, -0.8],
  ] as const) {
    paintSwallow(context, x, y, size, turn);
  }
}

function paintRocks(context: SKRSContext2D, random: Random): void {
  for (const [x, y, width, height] of [
    [-6, 400, 170, 230],
    [520, 410, 170, 260],
    [262, 440, 150, 170],
    [70, 500, 230, 200],
    [300, 520, 250, 220],
    [480, 500, 200, 230],
    [190, 550, 260, 190],
    [410, 570, 260, 170],
  ] as const) {
    for (let band = 0; band < 5; band++) {
      const share = 1 - band * 0.19;
      const color = ROCKS[(band + Math.round(x / 60) + 5) % 5]!;
      const middle: Point = [x + band * 5, y + band * 14];
      paintRock(context, random, middle, width * share, height * share, color);
    }
  }
}

/** A swelling rock with wet strokes down its flanks, its contour brushed in soot. */
function paintRock(
  context: SKRSContext2D,
  random: Random,
  [x, y]: Point,
  width: number,
  height: number,
  color: Color,
): void {
  const edge = Array.from({length: 60}, (_, step): Point => {
    const angle = (step / 60) * 2 * Math.PI;
    const swell = 1 + 0.13 * Math.sin(angle * 5 + x) + 0.07 * Math.sin(angle * 9 + x * 2);
    const [rx, ry] = [(width / 2) * swell, (height / 2) * swell];
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
  const path = closedPath(edge);
  context.fillStyle = css(color);
  context.fill(path);
  context.save();
  context.clip(path);
  for (let stroke = 0; stroke < width / 3; stroke++) {
    const [startX, startY] = [
      gaussian(random, x, width / 3),
      y - height * between(random, -0.15, 0.5),
    ];
    const flow = `q${gaussian(random, 0, 16)} 18 ${gaussian(random, 0, 20)} 42`;
    const tint = lighten(color, pick(random, [-46, -28, 30, 44]));
    brushLine(context, tint, between(random, 2, 5), `M${startX} ${startY} ${flow}`);
  }
  context.restore();
  context.strokeStyle = css(soot);
  context.lineWidth = 3.4;
  context.stroke(path);
}
