import type {Architecture} from '../../network/architecture.ts';

/**
 * How far around a pixel a network looks before it paints it, in pixels of the frame: what is further away counts
 * in the content's statistics alone. Rather too far than not far enough, by a pixel of a small map here and there.
 */
export function reachOf({encoder, decoder}: Architecture): number {
  let reach = 0;
  /** The frame's width divided by the map's. */
  let shrink = 1;
  for (const layer of [...encoder, ...decoder]) {
    if (layer.op === 'residual') {
      reach += 2 * shrink;
      continue;
    }
    const {stride, pool, upsample} = layer;
    // Of four pixels that are pooled, each looks around itself.
    reach += (pool ? 2 : 1) * shrink;
    shrink *= (stride * (pool ? 2 : 1)) / (upsample ? 2 : 1);
  }
  return reach;
}
