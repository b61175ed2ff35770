import {fromHex} from '../color.ts';
import {type Form, PITCH, printPlate} from '../copperplate.ts';
import type {Point} from '../curve.ts';
import {createNoise, fractal, type Noise} from '../noise.ts';
import {type Painting, SIZE} from '../painting.ts';
import {between, type Random} from '../random.ts';
import {oval, polygon} from '../sketch-shapes.ts';

const PAPER = fromHex('#f8dfa8');
const SEPIA = fromHex('#3d1408');
const SUN: Point = [318, 214];

/** Lines cut in copper, swelling where it is dark: a castle on a crag before the rising sun. */
export const painting: Painting = {
  id: 'engraving-hatch',
  title: 'Castle at Sunrise',
  note: 'Lines cut into copper with the burin, swelling and crossing as the shadow deepens, printed in sepia.',
  seed: 1514,
  paint(context, random) {
    const noise = fractal(createNoise(random), 3);
    const forms = [
      sky(noise),
      ...clouds(random, noise),
      ...mountains(noise),
      ...castle(noise),
      crag(noise),
      river(noise),
      ...tree(random, noise, 62, 504, 262, 100),
      ...tree(random, noise, 462, 520, 168, 76),
      ...bushes(random, noise),
    ];
    printPlate(context, random, forms, [PAPER, SEPIA]);
  },
};

/** Rays of the sun; their number doubles as they part, so that the lines stay as close. */
function sky(noise: Noise): Form {
  const polar = (x: number, y: number) => ({
    angle: Math.atan2(y - SUN[1], x - SUN[0]),
    reach: Math.hypot(x - SUN[0], y - SUN[1]) + 1,
  });
  return {
    open: true,
    draw: (layer) => layer.fillRect(0, 0, SIZE, SIZE),
    tone: (x, y) => {
      const {angle, reach} = polar(x, y);
      const beam = 0.22 * Math.sin(angle * 13 + 2 * noise(angle * 3, 4));
      return Math.max(0.12, 1.02 - reach / 400 + beam * Math.min(1, reach / 120));
    },
    phase: (x, y) => {
      const {angle, reach} = polar(x, y);
      const doubling = 2 ** Math.floor(Math.log2(reach / 20));
      return (angle + Math.PI) * Math.round(16 * doubling) * (PITCH / 2 / Math.PI) * 2;
    },
  };
}

/** How a clump is made: how dark it is, its lobes, how deep these are, how its lines tremble. */
type Clump = {dark: number; lobes: number; depth: number; tremble: number};

/** A clump about (x, y), lit from the sun's side; its lines curve about its dark side. */
function clump(x: number, y: number, reach: number, noise: Noise, kind: Clump): Form {
  const side = Math.sign(SUN[0] - x);
  const outline = Array.from({length: 72}, (_, step): Point => {
    const angle = (step / 36) * Math.PI;
    const lobe = Math.abs(Math.sin((angle * kind.lobes) / 2 + x)) - 0.5;
    const radius = reach * (1 + kind.depth * lobe + 0.25 * noise(x + angle * 2, y));
    return [x + radius * Math.cos(angle), y + 0.84 * radius * Math.sin(angle)];
  });
  return {
    draw: (layer) => polygon(layer, outline, '#000'),
    tone: (px, py) => {
      const toSun = (0.5 * side * (px - x) - 0.75 * (py - y)) / reach;
      return 0.45 - kind.dark + 0.55 * toSun + 0.1 * kind.tremble * noise(px / 6, py / 6);
    },
    phase: (px, py) => {
      const [dx, dy] = [px - x + side * reach, py - y - reach * 1.2];
      const leaf = Math.abs(Math.sin(Math.atan2(dy, dx) * 0.22 * reach));
      return Math.hypot(dx, dy) + kind.tremble * (noise(px / 9, py / 9) + 1.4 * leaf);
    },
  };
}

function clouds(random: Random, noise: Noise): Form[] {
  const banks: readonly (readonly [number, number, number])[] = [
    [96, 92, 150],
    [440, 76, 130],
    [262, 34, 120],
    [10, 190, 80],
    [500, 186, 80],
  ];
  return banks.flatMap(([x, y, spread]) =>
    Array.from({length: 20}, (_, index) => {
      const dx = between(random, -1, 1);
      const dy = between(random, -0.5, 0.1) * (1 - dx * dx) + (0.3 * index) / 20;
      const reach = spread * between(random, 0.1, 0.3) * (1.1 - Math.abs(dx) * 0.6);
      const kind = {dark: 0.02 - 0.18 * dy - index / 100, lobes: 7, depth: 0.22, tremble: 0.5};
      return {...clump(x + dx * spread, y + dy * spread * 0.7, reach, noise, kind), open: true};
    }),
  );
}

/** Rock in facets that take the light or turn from it; `steep` is the slope of its lines. */
function rock(outline: readonly Point[], noise: Noise, light: number, steep: number): Form {
  const facet = (x: number, y: number) => noise(x / 46, y / 90) + 0.6 * noise(x / 15 + 70, y / 30);
  return {
    draw: (layer) => polygon(layer, outline, '#000'),
    tone: (x, y) =>
      light + 0.75 * Math.sign(facet(x, y)) * Math.min(0.4, Math.abs(facet(x, y)) + 0.1),
    phase: (x, y) => {
      const side = facet(x, y) > 0 ? 1 : -1;
      return x * 0.8 * side + y * steep + 14 * noise(x / 50, y / 50);
    },
  };
}

function mountains(noise: Noise): Form[] {
  return [
    [214, 92, 0.72],
    [262, 64, 0.58],
  ].map(([level, height, light]) => {
    const ridge = Array.from({length: 130}, (_, step): Point => {
      const x = step * 4;
      return [
        x,
        (level as number) - (height as number) * Math.abs(noise(x / 120, level as number)) * 1.8,
      ];
    });
    return rock([...ridge, [SIZE, SIZE], [0, SIZE]], noise, light as number, 0.5);
  });
}

/** The hill that carries the castle. */
function crag(noise: Noise): Form {
  const ridge = Array.from({length: 130}, (_, step): Point => {
    const x = step * 4;
    const hill =
      150 * Math.exp(-(((x - 236) / 120) ** 4)) + 40 * Math.exp(-(((x - 400) / 90) ** 2));
    return [x, 432 - hill + 26 * noise(x / 30, 8)];
  });
  return rock([...ridge, [SIZE, SIZE], [0, SIZE]], noise, 0.46, 0.75);
}

/** Round towers with pointed roofs, walls between them, windows and battlements. */
function castle(noise: Noise): Form[] {
  const forms = [wall(196, 290, 190, 330, noise), wall(150, 328, 238, 330, noise)];
  for (let x = 154; x < 326; x += 12) forms.push(wall(x, x + 7, 230, 240, noise));
  for (const [x, top, half, roof] of [
    [150, 214, 17, 52],
    [196, 160, 20, 66],
    [330, 222, 18, 46],
    [286, 180, 16, 60],
    [242, 118, 25, 84],
    [226, 236, 14, 40],
  ] as const) {
    forms.push(tower(x, top, half, noise), cone(x, top, half + 6, roof));
    for (let y = top + 18; y < 300; y += 34) forms.push(hole(x + (y % 3) * 4 - 5, y, 2.6, 5.5));
  }
  return [...forms, hole(262, 296, 10, 20)];
}

function tower(x: number, top: number, half: number, noise: Noise): Form {
  return {
    draw: (layer) => layer.fillRect(x - half, top, 2 * half, 340 - top),
    tone: (px, py) => {
      const turned = (px - x) / half;
      return 0.5 + 0.52 * turned - 0.3 * turned ** 4 + 0.2 * noise(px / 8, py / 5);
    },
    phase: (px, py) => py + half * 0.55 * Math.sqrt(Math.max(0, 1 - ((px - x) / half) ** 2)),
  };
}

function cone(x: number, base: number, half: number, height: number): Form {
  return {
    draw: (layer) =>
      polygon(layer, [[x - half, base + 4], [x, base - height], [x + half, base + 4]], '#000'), // prettier-ignore
    tone: (px, py) =>
      0.3 + (0.5 * (px - x)) / (half * Math.max(0.1, (py - base + height) / height)),
    phase: (px, py) => ((px - x) / Math.max(0.12, (py - base + height) / height)) * 0.9 + py * 0.1,
  };
}

function wall(left: number, right: number, top: number, bottom: number, noise: Noise): Form {
  const joint = (x: number, y: number) => y % 8 < 1 || (x + (y % 16 < 8 ? 0 : 7)) % 14 < 1;
  return {
    draw: (layer) => layer.fillRect(left, top, right - left, bottom - top),
    tone: (x, y) => (joint(x, y) ? 0.2 : 0.62 + 0.5 * noise(x / 12, y / 8)),
    phase: (x, y) => y + 0.25 * x,
  };
}

function hole(x: number, y: number, half: number, height: number): Form {
  return {
    draw: (layer) => oval(layer, x, y, half, height, '#000'),
    tone: () => 0,
    phase: (px, py) => px + py,
  };
}

/** Still water that repeats the light of the sky and the dark of the crag. */
function river(noise: Noise): Form {
  const bank = Array.from({length: 66}, (_, step): Point => {
    const x = step * 8;
    return [x, 436 + 14 * noise(x / 60, 31) + (x - 256) ** 2 / 5200];
  });
  return {
    draw: (layer) => polygon(layer, [...bank, [SIZE, SIZE], [0, SIZE]], '#000'),
    tone: (x, y) => {
      const mirrored = Math.exp(-(((x - 230) / 110) ** 2)) * 0.55;
      const glitter = Math.exp(-(((x - 340) / 50) ** 2)) * 0.5;
      return 0.62 - mirrored + glitter + 0.55 * noise(x / 60, y / 7);
    },
    phase: (x, y) => y + 2.4 * noise(x / 34, y / 16),
  };
}

/** A tree: a furrowed trunk and clumps of leaves, the lit ones in front. */
function tree(
  random: Random,
  noise: Noise,
  x: number,
  foot: number,
  height: number,
  spread: number,
): Form[] {
  const sway = (t: number) => 14 * Math.sin(t * 4 + x);
  const side = (sign: number) =>
    Array.from({length: 20}, (_, step): Point => {
      const t = step / 19;
      return [
        x + sway(t) + sign * 13 * (1.1 - t) ** 0.7 * (1 + 0.9 * (1 - t) ** 8),
        foot - t * height,
      ];
    });
  const trunk: Form = {
    draw: (layer) => polygon(layer, [...side(-1), ...side(1).reverse()], '#000'),
    tone: (px, py) => 0.34 + (Math.sign(SUN[0] - x) * (px - x)) / 34 + 0.6 * noise(px / 5, py / 26),
    phase: (px, py) => 1.1 * px + 9 * noise(px / 16, py / 40),
  };
  const branches = [-0.9, -0.45, 0.1, 0.6, 1].map((lean, index): Form => {
    const from = 0.62 + 0.08 * index;
    const [startX, startY] = [x + sway(from), foot - from * height];
    const [endX, endY] = [
      x + lean * spread * 0.8,
      foot - height - (1 - lean * lean) * spread * 0.3,
    ];
    const limb: Point[] = [[startX - 5, startY], [endX, endY], [startX + 5, startY + 12]]; // prettier-ignore
    return {...trunk, draw: (layer) => polygon(layer, limb, '#000')};
  });
  const leaves = Array.from({length: 74}, (_, index) => {
    const angle = between(random, 0, 2 * Math.PI);
    const reach = Math.sqrt(random()) * spread * (1.15 - index / 200);
    const [dx, dy] = [reach * Math.cos(angle), reach * Math.sin(angle) * 0.9];
    const kind = {
      dark: 0.42 - index / 150 + (0.2 * dy) / spread,
      lobes: 13,
      depth: 0.34,
      tremble: 2.6,
    };
    return clump(
      x + sway(1) + dx,
      foot - height + dy,
      between(random, 0.13, 0.27) * spread,
      noise,
      kind,
    );
  });
  return [trunk, ...leaves.slice(0, 22), ...branches, ...leaves.slice(22)];
}

function bushes(random: Random, noise: Noise): Form[] {
  return Array.from({length: 60}, (_, index) => {
    const x = index % 2 ? between(random, -10, 210) : between(random, 330, 520);
    const y = 474 + 0.6 * index + (0.06 * Math.abs(x - 256) - 12);
    const kind = {dark: 0.25 - index / 200, lobes: 11, depth: 0.4, tremble: 2.6};
    return clump(x, y, between(random, 9, 24), noise, kind);
  });
}
