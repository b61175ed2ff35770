import {type Color, lighten} from './color.ts';
import type {Point} from './curve.ts';
import type {PaperTable} from './paper-sheets.ts';

/** How much darker the half of a folded leaf is that turns from the light. */
const FOLD = -33;

/** A feathered frond along the x axis, 150 long. */
export function cutFern({cut}: PaperTable, color: Color): void {
  const upper: Point[] = [[0, 0]];
  const lower: Point[] = [];
  for (let x = 10; x < 150; x += 9) {
    const reach = 40 * Math.sin((Math.PI * (x + 14)) / 172);
    const sag = (x * x) / 520;
    upper.push([x, sag - 3], [x + 16, sag - reach], [x + 6, sag - 3]);
    lower.push([x, sag + 3], [x + 16, sag + reach], [x + 6, sag + 3]);
  }
  cut(color, [...upper, [156, 48], ...lower.reverse()], 4);
}

/** A leaf along the x axis, 160 long, folded along its rib, its veins cut through to `below`. */
export function cutBlade({cut}: PaperTable, color: Color, below: Color): void {
  cut(color, 'M0 0 C30 -52 110 -52 160 0Z', 6);
  cut(lighten(color, FOLD), 'M0 0 C30 52 110 52 160 0Z', 6);
  for (let x = 22; x < 136; x += 15) {
    for (const side of [-1, 1]) {
      const reach = side * 27 * Math.sin((Math.PI * x) / 158);
      const there = `Q${x + 13} ${reach * 0.5} ${x + 19} ${reach}`;
      const back = `Q${x + 7} ${reach * 0.6} ${x} ${3 * side}`;
      cut(below, `M${x} ${3 * side} ${there} ${back}Z`, 1);
    }
  }
}

/** A monstera leaf along the x axis, about 150 long, slit, folded and pierced through to `below`. */
export function cutMonstera({cut, at}: PaperTable, color: Color, below: Color): void {
  for (const side of [-1, 1]) {
    const edge: Point[] = [];
    for (let lobe = 0; lobe < 6; lobe++) {
      const start = 2.75 - lobe * 0.5;
      for (const turn of [0, 0.12, 0.26, 0.38]) {
        const angle = start - turn;
        const reach = 92 * (1 + 0.35 * Math.cos(angle)) * (angle > 2.4 ? 0.8 : 1);
        edge.push([reach * Math.cos(angle) * 0.95, side * reach * Math.sin(angle) * 0.85]);
      }
      edge.push([34 * Math.cos(start - 0.44), side * 26 * Math.sin(start - 0.44)]);
    }
    cut(side < 0 ? color : lighten(color, FOLD), [[-20, 0], ...edge, [128, 0]], 8);
  }
  for (const x of [4, 30, 56]) {
    for (const side of [-1, 1]) {
      at(x, 22 * side, 0.9 * side, 1, () => cut(below, 'M-9 0 Q0 -8 9 0 Q0 8 -9 0Z', 1));
    }
  }
}

/** A flower about 80 across: a ring of petals in every colour, one on the other, and a heart. */
export function cutFlower({cut, at}: PaperTable, colors: readonly Color[], heart: Color): void {
  for (const [ring, color] of colors.entries()) {
    for (let petal = 0; petal < 6; petal++) {
      at(0, 0, (petal * Math.PI) / 3 + ring * 0.5, 1 - ring * 0.27, () => {
        cut(color, 'M0 0 C6 -26 34 -26 44 -8 L40 0 L44 8 C34 26 6 26 0 0Z', 4);
      });
    }
  }
  cut(heart, 'M-9 0 A9 9 0 0 1 9 0 A9 9 0 0 1 -9 0Z', 3);
}
