import type {Random} from './random.ts';

const PERIOD = 256;

/** A smooth function of the plane with values in about [-1, 1], features one unit wide. */
export type Noise = (x: number, y: number) => number;

/** Gradient noise (Perlin 1985, with the quintic fade of 2002), repeating every 256 units. */
export function createNoise(random: Random): Noise {
  const slopes = Array.from({length: PERIOD}, () => {
    const angle = random() * 2 * Math.PI;
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
  const order = Uint8Array.from({length: PERIOD}, (_, index) => index);
  for (let index = PERIOD - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] as number, order[index] as number];
  }
  const corner = (column: number, row: number, dx: number, dy: number) => {
    const hash = order[((order[column & 255] as number) + row) & 255] as number;
    const [slopeX, slopeY] = slopes[hash] as readonly [number, number];
    return slopeX * dx + slopeY * dy;
  };
  return (x, y) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const dx = x - column;
    const dy = y - row;
    const u = fade(dx);
    const v = fade(dy);
    const top = mix(corner(column, row, dx, dy), corner(column + 1, row, dx - 1, dy), u);
    const bottom = mix(
      corner(column, row + 1, dx, dy - 1),
      corner(column + 1, row + 1, dx - 1, dy - 1),
      u,
    );
    return 1.4 * mix(top, bottom, v);
  };
}

/** Sums `octaves` of the noise, each twice as fine and half as strong: values in about [-1, 1]. */
export function fractal(noise: Noise, octaves: number): Noise {
  return (x, y) => {
    let sum = 0;
    let weight = 0;
    for (let octave = 0; octave < octaves; octave++) {
      const scale = 2 ** octave;
      sum += noise(x * scale + 17.3 * octave, y * scale - 9.1 * octave) / scale;
      weight += 1 / scale;
    }
    return sum / weight;
  };
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
