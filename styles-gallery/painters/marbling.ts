import {type Color, lighten} from './color.ts';

/** A place in the bath, in pixels; pulls move it. */
export type BathPoint = {x: number; y: number};

/** A drop of paint, which pushes everything before it outwards. */
export type Drop = {x: number; y: number; radius: number; color: Color};

/** One pull of a tool, undone: takes a point of the bath back to where its paint was before. */
export type UndoPull = (point: BathPoint) => void;

/**
 * Pulls a comb through the bath: teeth `spacing` apart drag the paint `pull` pixels along `angle`,
 * the paint `reach` pixels off a tooth still a third as far; `sway` moves the teeth sideways.
 */
export function comb(
  angle: number,
  spacing: number,
  pull: number,
  reach: number,
  sway: (along: number) => number = () => 0,
): UndoPull {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (point) => {
    const along = point.x * cos + point.y * sin;
    const shift = sway(along);
    const across = point.y * cos - point.x * sin + shift;
    const off = Math.abs(across - spacing * Math.round(across / spacing));
    const dragged = pull * Math.exp(-off / reach);
    const back = sway(along - dragged) - shift;
    point.x += -dragged * cos + back * sin;
    point.y += -dragged * sin - back * cos;
  };
}

/** Turns a stylus in the bath: `turn` radians in the middle, fading out beyond `radius`. */
export function curl(x: number, y: number, radius: number, turn: number): UndoPull {
  return (point) => {
    const [dx, dy] = [point.x - x, point.y - y];
    const distance = Math.hypot(dx, dy) / radius;
    if (distance >= 1.6) return;
    const angle = -turn * Math.exp(-2.2 * distance * distance);
    point.x = x + dx * Math.cos(angle) - dy * Math.sin(angle);
    point.y = y + dx * Math.sin(angle) + dy * Math.cos(angle);
  };
}

/** The colour at a place before any pull; `drops` from the last to the first, `bath` below them. */
export function dropAt(drops: readonly Drop[], place: BathPoint, bath: Color): Color {
  let {x, y} = place;
  for (const drop of drops) {
    const [dx, dy] = [x - drop.x, y - drop.y];
    const square = dx * dx + dy * dy;
    const inside = drop.radius * drop.radius;
    if (square < inside) {
      const rim = Math.max(0, Math.sqrt(square) / drop.radius - 0.7) / 0.3;
      return lighten(drop.color, 8 - 34 * rim * rim);
    }
    const pushed = Math.sqrt(1 - inside / square);
    x = drop.x + dx * pushed;
    y = drop.y + dy * pushed;
  }
  return bath;
}
