/** Red, green and blue, 0…255 each. */
export type Color = readonly [number, number, number];

/** The colour of `#rrggbb`. */
export function fromHex(hex: string): Color {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** The colour `t` (0…1) of the way from `a` to `b`. */
export function mixColors(a: Color, b: Color, t: number): Color {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** The colour made lighter (`amount` > 0) or darker (< 0), in units of 0…255. */
export function lighten(color: Color, amount: number): Color {
  const shift = (channel: number) => Math.min(255, Math.max(0, channel + amount));
  return [shift(color[0]), shift(color[1]), shift(color[2])];
}

/** The colour as CSS, with an opacity of 0…1. */
export function css(color: Color, opacity = 1): string {
  return `rgb(${color.map(Math.round).join(' ')} / ${opacity})`;
}
