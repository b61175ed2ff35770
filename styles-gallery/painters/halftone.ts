/** A screen that turns tones into dots: dots `pitch` pixels apart, in rows turned by `angle`. */
export type Screen = {pitch: number; angle: number};

/**
 * How much ink (0…1) the screen puts at a point for `tone` (0…1): dots that grow with the tone
 * until they close up and leave round holes.
 */
export function halftone({pitch, angle}: Screen, tone: number, x: number, y: number): number {
  if (tone <= 0.02) return 0;
  if (tone >= 0.98) return 1;
  const turn = (2 * Math.PI) / pitch;
  const u = (x * Math.cos(angle) + y * Math.sin(angle)) * turn;
  const v = (y * Math.cos(angle) - x * Math.sin(angle)) * turn;
  const wave = 0.5 + (Math.cos(u) + Math.cos(v)) / 4;
  return Math.min(1, Math.max(0, 0.5 + (wave - (1 - tone)) * pitch * 0.55));
}
