import type {Point} from '../curve.ts';
import {createInlayPanel, type InlayMaterial, type InlayPanel} from '../inlay-panel.ts';
import {type Painting, SIZE} from '../painting.ts';
import {closedPath, ringPath} from '../paths.ts';
import {pointsOf} from '../sketch-shapes.ts';

const SUN: Point = [256, 236];

/** A tower before a rising sun, inlaid in lacquer. */
export const painting: Painting = {
  id: 'art-deco',
  title: 'Gilded Tower',
  note: 'Black lacquer inlaid with malachite and brushed gold leaf: sunbursts, stepped towers and fish-scale waves.',
  seed: 1929,
  paint(context, random) {
    const panel = createInlayPanel(SUN);
    inlaySunburst(panel);
    for (const [x, width, height] of [
      [64, 84, 220],
      [448, 84, 220],
      [140, 70, 300],
      [372, 70, 300],
    ] as const) {
      inlayTower(panel, x, width, height);
    }
    inlayTower(panel, 256, 128, 452);
    inlayScales(panel);
    panel.finish(context, random);
  },
};

function inlaySunburst({inlay}: InlayPanel): void {
  const count = 36;
  const turn = (2 * Math.PI) / count;
  for (let ray = 0; ray < count; ray++) {
    const start = (ray - 0.5) * turn;
    const [from, middle, to] = [start, start + turn / 2, start + turn];
    const long = ray % 2 === 0;
    inlay(long ? 'malachite' : 'lacquer', ringPath(SUN, 90, 440, from, to));
    inlay('radial', ringPath(SUN, 90, 440, from - 0.012, from + 0.012));
    if (long) inlay('radial', ringPath(SUN, 150, 440, middle - 0.028, middle + 0.028));
    const tip = (radius: number, angle: number): Point => [
      SUN[0] + radius * Math.cos(angle),
      SUN[1] + radius * Math.sin(angle),
    ];
    for (const [base, peak, material] of [
      [118, long ? 236 : 196, 'radial'],
      [118, long ? 214 : 174, 'lacquer'],
      [118, long ? 200 : 160, 'malachite'],
    ] as const) {
      const spike = [tip(base, from + 0.006), tip(peak, middle), tip(base, to - 0.006)];
      inlay(material, closedPath(spike));
    }
    for (let band = 0; band < 4; band++) {
      const radius = 258 + band * 44;
      if (long) inlay('lacquer', ringPath(SUN, radius + 14, radius + 19, from + 0.02, to - 0.02));
      else inlay('radial', ringPath(SUN, radius, radius + 12 + band * 4, from + 0.03, to - 0.03));
    }
  }
  for (const [inner, outer, material] of [
    [112, 119, 'radial'],
    [100, 112, 'lacquer'],
    [92, 101, 'malachite'],
    [86, 94, 'radial'],
    [0, 80, 'radial'],
  ] as const) {
    inlay(material, ringPath(SUN, inner, outer));
  }
  for (let radius = 18; radius < 80; radius += 15)
    inlay('lacquer', ringPath(SUN, radius, radius + 2.5));
}

/** A stepped tower with fins of gold, green windows and a spire. */
function inlayTower({inlay}: InlayPanel, x: number, width: number, height: number): void {
  const tiers = 5;
  for (let tier = 0; tier < tiers; tier++) {
    const half = (width / 2) * (1 - tier * 0.17);
    const top = SIZE - height * (0.44 + 0.11 * tier);
    const block = (inset: number, material: InlayMaterial) => {
      const [left, right, up] = [x - half + inset, x + half - inset, top + inset];
      inlay(material, closedPath(pointsOf(left, SIZE, left, up, right, up, right, SIZE)));
    };
    block(-3, 'lacquer');
    block(0, 'upright');
    block(3.5, 'lacquer');
  }
  const crown = SIZE - height * 0.88;
  const tip = (rise: number, half: number, material: InlayMaterial) =>
    inlay(material, closedPath(pointsOf(x - half, crown, x, crown - rise, x + half, crown)));
  tip(height * 0.2, width * 0.13, 'upright');
  tip(height * 0.09, width * 0.07, 'malachite');
  for (let fin = -3; fin <= 3; fin++) {
    const place = x + fin * width * 0.13;
    const top = SIZE - height * (0.86 - 0.11 * Math.max(0, Math.abs(fin) - 0.4)) + 6;
    const [left, right] = [place - 2.2, place + 2.2];
    const blade = pointsOf(left, SIZE, left, top + 4, place, top - 6, right, top + 4, right, SIZE);
    inlay('upright', closedPath(blade));
    if (fin < 3) inlayChevrons(inlay, place + width * 0.065, width * 0.045, top + 14);
  }
}

/** A column of arrow-shaped windows about `x`, from `top` down. */
function inlayChevrons(inlay: InlayPanel['inlay'], x: number, half: number, top: number): void {
  for (let y = top; y < SIZE; y += 15) {
    const [left, right] = [x - half, x + half];
    const roof = pointsOf(left, y + 4, x, y - 2, right, y + 4);
    const sill = pointsOf(right, y + 10, x, y + 4, left, y + 10);
    inlay('malachite', closedPath([...roof, ...sill]));
  }
}

/** Waves of fish scales, each a small fan. */
function inlayScales({inlay}: InlayPanel): void {
  const radius = 37;
  for (let row = 0; row < 7; row++) {
    const y = 410 + row * 19;
    for (let x = row % 2 ? 0 : radius; x < SIZE + radius; x += 2 * radius) {
      const rings = [
        [radius, 'radial'],
        [radius - 3.5, 'lacquer'],
        [radius - 7, row % 2 ? 'malachite' : 'upright'],
        [radius - 14, 'lacquer'],
        [radius - 17, row % 2 ? 'upright' : 'malachite'],
        [radius - 26, 'lacquer'],
        [radius - 28, 'radial'],
      ] as const;
      for (const [outer, material] of rings) inlay(material, ringPath([x, y], 0, outer));
      for (let rib = -4; rib <= 4; rib++) {
        const angle = -Math.PI / 2 + rib * 0.3;
        inlay('lacquer', ringPath([x, y], 11, radius - 7, angle - 0.025, angle + 0.025));
      }
    }
  }
}
