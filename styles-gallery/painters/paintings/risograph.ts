import {Path2D} from '@napi-rs/canvas';
import {fromHex} from '../color.ts';
import {type Painting, SIZE} from '../painting.ts';
import {closedPath, ovalPath} from '../paths.ts';
import {between, gaussian, type Random} from '../random.ts';
import {createRisoPress, type RisoPress} from '../riso-press.ts';
import {pointsOf} from '../sketch-shapes.ts';

const PAPER = fromHex('#fbf3e2');
const DRUMS = {
  yellow: {ink: fromHex('#ffe12b'), slip: [-4, 3]},
  pink: {ink: fromHex('#ff3f9e'), slip: [3, -2]},
  teal: {ink: fromHex('#00899a'), slip: [0, 0]},
} as const;
const SUN = {x: 338, y: 150, radius: 84};

type Press = RisoPress<keyof typeof DRUMS>;

/** A valley at sunrise from three drums of ink. */
export const painting: Painting = {
  id: 'risograph',
  title: 'Pink Valley',
  note: 'Three soy inks from a stencil duplicator: grainy tones, hot overlaps, and drums that never quite agree.',
  seed: 3,
  paint(context, random) {
    const press = createRisoPress(DRUMS);
    drawSky(press, random);
    drawMountains(press, random);
    drawFields(press, random);
    drawRiver(press);
    drawTrees(press, random);
    drawForeground(press, random);
    press.print(context, PAPER, random);
  },
};

function drawSky({lay}: Press, random: Random): void {
  const sky = closedPath(pointsOf(0, 0, SIZE, 0, SIZE, 320, 0, 320));
  lay(sky, [0, 0, 0, 290], {yellow: [0, 1], pink: [0.1, 0.55], teal: [0.95, 0]});
  for (let ray = 0; ray < 30; ray++) {
    const angle = (ray / 30) * 2 * Math.PI + 0.08;
    const tip = (turn: number) =>
      [SUN.x + 600 * Math.cos(angle + turn), SUN.y + 600 * Math.sin(angle + turn)] as const;
    const beam = closedPath([[SUN.x, SUN.y], tip(0), tip(0.1)]);
    lay(beam, [SUN.x, SUN.y, ...tip(0.05)], {
      yellow: [1, 0.2],
      pink: [0.7, 0],
      teal: [0, 0.8],
    });
  }
  lay(ovalPath(SUN.x, SUN.y, SUN.radius + 14), [0, 60, 0, 250], {
    yellow: [1, 1],
    pink: [0, 0.3],
  });
  const light = [SUN.x - 50, SUN.y - 70, SUN.x + 50, SUN.y + 80] as const;
  lay(ovalPath(SUN.x, SUN.y, SUN.radius), light, {yellow: [0.9, 0.2], pink: [0.6, 1]});
  for (const [x, y, size] of [
    [70, 96, 30],
    [196, 52, 22],
    [470, 74, 26],
    [150, 196, 18],
  ] as const) {
    for (let puff = -3; puff <= 3; puff++) {
      const radius = size * (1.15 - 0.24 * Math.abs(puff)) * between(random, 0.85, 1.15);
      const [px, py] = [x + puff * size * 0.72, y - radius * 0.35];
      const axis = [px - radius / 2, py - radius, px + radius / 2, py + radius] as const;
      lay(ovalPath(px, py, radius, radius * 0.78), axis, {pink: [0, 0.75], yellow: [0.1, 0]});
    }
  }
}

function drawMountains({lay}: Press, random: Random): void {
  for (const [x, y, width] of [
    [40, 150, 130],
    [470, 186, 120],
    [190, 172, 120],
    [300, 224, 90],
    [110, 228, 90],
  ] as const) {
    const ridge = x + width * 0.12;
    const foot = 330;
    const lit = closedPath(
      pointsOf(x, y, x - width, foot, ridge - 12, foot, ridge + 6, y + 70, x - 4, y + 40),
    );
    lay(lit, [x, y, x - width / 2, foot], {pink: [0.15, 0.9], yellow: [0, 0.7]});
    const dark = closedPath(
      pointsOf(x, y, x - 4, y + 40, ridge + 6, y + 70, ridge - 12, foot, x + width, foot),
    );
    lay(dark, [x + 50, foot, x, y], {teal: [0.35, 1], pink: [0.8, 0.5]});
    for (let crack = 0; crack < 9; crack++) {
      const top = y + 14 + crack * 15;
      const side = x - (top - y) * between(random, 0.25, 0.6);
      lay(
        closedPath(pointsOf(side, top, side - 10, top + 34, side - 3, top + 20)),
        [side, top, side, top + 30],
        {teal: [0.8, 0.2], pink: [0.7, 0.9]},
      );
    }
  }
}

/** Ploughed fields, each with furrows in its own overlap of inks. */
function drawFields({lay}: Press, random: Random): void {
  const crops = [
    {yellow: [1, 0.8], teal: [0.1, 0.55]},
    {pink: [0.4, 0.95], yellow: [0.9, 0.4]},
    {teal: [0.4, 0.95], yellow: [1, 0.6]},
    {yellow: [0.85, 1], pink: [0.1, 0.6]},
    {teal: [0.6, 1], pink: [0.2, 0.8]},
  ] as const;
  for (let field = 0; field < 9; field++) {
    const top = 268 + field * 24;
    const swing = field % 2 ? 1 : -1;
    const edge = (x: number) =>
      top + swing * 0.09 * (x - 256) + 11 * Math.sin(x / 74 + field * 2.1);
    const xs = Array.from({length: 38}, (_, index) => index * 16 - 40);
    const hill = closedPath([...xs.map((x) => [x, edge(x)] as const), [540, 540], [-20, 540]]);
    lay(hill, [256, top - 20, 256 - swing * 90, top + 100], crops[field % 5]!);
    const spread = 16 + field * 3;
    for (let x = -200; x < SIZE + 200; x += spread) {
      const lean = swing * 70 + gaussian(random, 0, 4);
      const [x1, x2] = [x + lean, x + lean + 2 + field];
      const furrow = closedPath(
        pointsOf(x, edge(x) + 5, x + 2, edge(x) + 5, x2, top + 90, x1, top + 90),
      );
      lay(furrow, [x, top, x1, top + 90], crops[(field + 2 + (x % 2)) % 5]!);
    }
  }
}

function drawRiver({lay}: Press): void {
  const middle = (y: number) => 330 - (y - 290) * 0.35 + 74 * Math.sin((y - 290) / 46);
  const half = (y: number) => 3 + ((y - 280) / 232) ** 1.5 * 74;
  const ys = Array.from({length: 40}, (_, index) => 286 + index * 6);
  const bank = (side: number) => ys.map((y) => [middle(y) + side * half(y), y] as const);
  lay(closedPath([...bank(-1), ...bank(1).reverse()]), [0, 286, 0, 512], {
    yellow: [0.9, 0],
    teal: [0, 0.75],
    pink: [0.5, 0],
  });
  for (let y = 300; y < SIZE; y += 7) {
    for (const share of [-0.5, 0.1, 0.55]) {
      const x = middle(y) + half(y) * (share + 0.25 * Math.sin(y * 1.7));
      const ripple = ovalPath(x, y, half(y) * 0.34, 1.8);
      lay(ripple, [x - 20, y, x + 20, y], y % 2 ? {pink: [0.9, 0.5]} : {teal: [0.2, 1]});
    }
  }
}

function drawTrees({lay}: Press, random: Random): void {
  for (let index = 0; index < 46; index++) {
    const y = 288 + 190 * (index / 46) ** 1.1;
    const x = between(random, 0, SIZE);
    const size = 8 + (y - 280) * 0.15;
    const axis = [x - size * 0.7, y - size * 2, x + size * 0.8, y] as const;
    const shadow = ovalPath(x + size, y, size * 1.3, size * 0.2);
    lay(shadow, axis, {teal: [0.9, 0.9], pink: [0.6, 0.6]});
    if (index % 3 === 0) {
      lay(ovalPath(x, y - size * 1.6, size * 0.42, size * 1.7), axis, {
        teal: [0.5, 1],
        yellow: [1, 0.2],
        pink: [0, 0.8],
      });
    } else {
      lay(closedPath(pointsOf(x - 2, y, x + 2, y, x, y - size)), axis, {
        teal: [1, 1],
        pink: [1, 1],
      });
      const crown = ovalPath(x, y - size * 1.3, size * 0.85, size);
      if (index % 3 === 1) lay(crown, axis, {pink: [0.35, 1], yellow: [0.9, 0.2]});
      else lay(crown, axis, {teal: [0.1, 0.95], yellow: [1, 0.8]});
    }
  }
}

/** Dark grasses and flowers close by. */
function drawForeground({lay}: Press, random: Random): void {
  for (let index = 0; index < 110; index++) {
    const x = between(random, -10, SIZE + 10);
    const height = (40 + 90 * Math.abs(x / 256 - 1) ** 1.6) * between(random, 0.5, 1.1);
    const tip = x + gaussian(random, 0, 26);
    const blade = new Path2D(
      `M${x - 5} 520 Q${x} ${520 - height * 0.6} ${tip} ${515 - height} Q${x + 8} ${520 - height * 0.5} ${x + 6} 520Z`,
    );
    lay(
      blade,
      [x, 515 - height, x, 520],
      index % 3 ? {teal: [0.8, 1], pink: [0.3, 0.95]} : {teal: [0.5, 1], yellow: [1, 0.7]},
    );
    if (index % 4) continue;
    for (let petal = 0; petal < 6; petal++) {
      const [px, py] = [
        tip + 7 * Math.cos(petal * 1.05),
        515 - height + 7 * Math.sin(petal * 1.05),
      ];
      lay(ovalPath(px, py, 6), [px - 5, py - 5, px + 5, py + 5], {
        pink: [0.5, 1],
        yellow: [0, 0.5],
      });
    }
    lay(ovalPath(tip, 515 - height, 4), [tip, 0, tip, 1], {yellow: [1, 1], teal: [0.3, 0.3]});
  }
}
