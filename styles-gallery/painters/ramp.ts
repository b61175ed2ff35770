import {type Color, mixColors} from './color.ts';

/** The colour at `t` (clamped to 0…1) of a gradient through evenly spaced colours. */
export function ramp(colors: readonly Color[], t: number): Color {
  const place = Math.min(0.9999, Math.max(0, t)) * (colors.length - 1);
  const index = Math.floor(place);
  return mixColors(colors[index] as Color, colors[index + 1] as Color, place - index);
}
