/** A place on a pad, 0…1 from its left and from its top. */
export type PadPlace = {x: number; y: number};

/** The middle of a line, where all on it count the same. */
const HALF = 0.5;

/** Where the styles of a mix stand on its pad, by how many they are. */
const CORNERS: Readonly<Record<number, readonly PadPlace[]>> = {
  2: [
    {x: 0, y: HALF},
    {x: 1, y: HALF},
  ],
  3: [
    {x: HALF, y: 0},
    {x: 0, y: 1},
    {x: 1, y: 1},
  ],
  4: [
    {x: 0, y: 0},
    {x: 1, y: 0},
    {x: 0, y: 1},
    {x: 1, y: 1},
  ],
};

/** The places of so many styles; none where a pad has no corners for them. */
export function padCorners(count: number): readonly PadPlace[] {
  return CORNERS[count] ?? [];
}

/** Where the puck stands for shares that are 1 together: between the corners by what they count. */
export function padPlace(shares: readonly number[]): PadPlace {
  const corners = padCorners(shares.length);
  const sum = (axis: keyof PadPlace) =>
    corners.reduce((total, corner, index) => total + corner[axis] * (shares[index] ?? 0), 0);
  return {x: sum('x'), y: sum('y')};
}

/**
 * What styles count at a place: linear between two, barycentric among three (outside of the triangle as on
 * its edge), bilinear among four.
 */
export function padShares(count: number, place: PadPlace): number[] {
  const [x, y] = [clamped(place.x), clamped(place.y)];
  if (count === 2) return [1 - x, x];
  if (count === 4) return [(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y];
  const top = 1 - y;
  const right = Math.min(y, Math.max(0, x - top * HALF));
  return [top, y - right, right];
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}
