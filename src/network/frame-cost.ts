import type {Architecture} from './architecture.ts';

/** Taps of a 3×3 kernel. */
const TAPS = 9;

/**
 * What a network takes for a frame, without the style: multiply-adds for each pixel of the frame.
 * Times 65,536 it is the cost at 256×256, which model cards give in thousand millions (GMAC).
 */
export function frameCost({encoder, decoder}: Architecture): number {
  let total = 0;
  // The pixels of the map relative to the frame's.
  let area = 1;
  for (const layer of [...encoder, ...decoder]) {
    if (layer.op === 'residual') {
      total += 2 * TAPS * layer.channels ** 2 * area;
      continue;
    }
    if (layer.upsample) area *= 4;
    area /= layer.stride ** 2;
    total += TAPS * layer.inputs * layer.outputs * area;
    if (layer.pool) area /= 4;
  }
  return total;
}
