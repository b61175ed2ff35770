import {type Color, fromHex, lighten} from '../color.ts';
import {createThinPaint, type ThinPaint} from '../dry-brush.ts';
import {createNoise, fractal, type Noise} from '../noise.ts';
import {type Painting, SIZE} from '../painting.ts';
import {between, pick, type Random} from '../random.ts';

const GROUND = coat('#4a0c30', '#330a26', '#6b1238', '#260620', '#8a1c3c');

/** A soft rectangle: its edges in pixels, and its coats of thin paint from the first to the last. */
type Panel = {
  left: number;
  top: number;
  right: number;
  bottom: number;
  coats: readonly (readonly Color[])[];
};

const PANELS: readonly Panel[] = [
  {
    left: 20,
    top: 16,
    right: 492,
    bottom: 244,
    coats: [
      coat('#8e1230', '#b3201f', '#6e0f3c'),
      coat('#ffb347', '#e8611c', '#c22a20'),
      coat('#f0500e', '#d8380f', '#ff7a14'),
      coat('#ff7a12', '#f45a08', '#ff9a2c', '#d43a10'),
      coat('#ffc866', '#f26a10', '#c0300e', '#ff8c1a'),
    ],
  },
  {
    left: 30,
    top: 258,
    right: 482,
    bottom: 322,
    coats: [
      coat('#2a0424', '#57093a'),
      coat('#f0506a', '#a30d2e'),
      coat('#c40f34', '#d9143a', '#9c0b34'),
      coat('#e01e40', '#8a0a2c', '#ff5468'),
    ],
  },
  {
    left: 18,
    top: 338,
    right: 494,
    bottom: 500,
    coats: [
      coat('#1d0520', '#2a0830'),
      coat('#8a3a80', '#4b1152'),
      coat('#4b1152', '#2c0a3a', '#641a5c'),
      coat('#5a1660', '#3a0c48', '#7a2a72', '#1d0520'),
      coat('#b85088', '#4a1260', '#22062a', '#6a2a90'),
    ],
  },
];

/** Three breathing rectangles over a plum ground. */
export const painting: Painting = {
  id: 'colour-field',
  title: 'Ember Room',
  note: 'Thin oil scumbled coat over coat until three soft fields hover: orange that glows, crimson that closes, plum that waits.',
  seed: 3,
  paint(context, random) {
    const paint = createThinPaint(random, GROUND[0]!);
    const noise = fractal(createNoise(random), 3);
    stainGround(paint, noise, random);
    for (let layer = 0; layer < 5; layer++) {
      for (const panel of PANELS) {
        const colors = panel.coats[layer];
        if (colors) scumble(paint, panel, colors, layer, noise, random);
      }
    }
    paint.show(context);
  },
};

function stainGround(paint: ThinPaint, noise: Noise, random: Random): void {
  for (let left = 520; left > 0; left--) {
    const [x, y] = [between(random, 0, SIZE), between(random, 0, SIZE)];
    const upright = Math.abs(x - SIZE / 2) > 215 ? Math.PI / 2 : 0;
    paint.sweep({
      x,
      y,
      angle: upright + 0.5 * noise(x / 80, y / 80),
      length: between(random, 60, 160),
      width: between(random, 14, 40),
      color: pick(random, GROUND),
      opacity: between(random, 0.3, 0.75),
      bend: between(random, -9, 9),
    });
  }
}

/** One coat: sweeps to and fro, some across, so that the coats below breathe through. */
function scumble(
  paint: ThinPaint,
  panel: Panel,
  colors: readonly Color[],
  layer: number,
  noise: Noise,
  random: Random,
): void {
  const area = (panel.right - panel.left) * (panel.bottom - panel.top);
  const broad = 1.25 - layer * 0.16;
  for (let left = area / (700 * broad); left > 0; left--) {
    const width = between(random, 7, 30) * broad;
    const y = between(random, panel.top + width / 2, panel.bottom - width / 2);
    const wanted = between(random, 50, 190) * broad;
    const crossing = random() < 0.2;
    const margin = crossing ? 60 : 20;
    const x = between(random, panel.left + margin, panel.right - margin);
    const room = crossing
      ? 2 * Math.min(y - panel.top, panel.bottom - y) + 14
      : 2 * Math.min(x - panel.left, panel.right - x) + 14;
    const tone = 0.5 + 0.9 * noise(x / 130 + layer * 5, y / 70);
    const nearest = Math.min(colors.length - 1, Math.max(0, Math.floor(tone * colors.length)));
    const color = random() < 0.25 ? pick(random, colors) : colors[nearest]!;
    paint.sweep({
      x,
      y,
      angle: (crossing ? between(random, 0.7, 2.4) : 0) + 0.24 * noise(x / 90 + 20, y / 60),
      length: Math.min(room, wanted),
      width,
      color: lighten(color, between(random, -26, 22)),
      opacity: between(random, 0.5, 1),
      bend: between(random, -7, 7),
    });
  }
}

function coat(...colors: string[]): readonly Color[] {
  return colors.map(fromHex);
}
