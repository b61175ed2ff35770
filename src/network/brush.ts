import type {Weights} from './weights.ts';

/**
 * A style's brush: kernels and biases of the network's last layers, by their names in the network,
 * fitted to that style with the network's own to start from. What it does not name stays as it is.
 */
export type Brush = Weights;

/**
 * A brush, and how much of it: the rest, to a sum of 1, is the network's own.
 *
 * `toned`: how far what it paints goes to the tones of its style, 0…1; without, `TONED.brushed`.
 */
export type BrushShare = {brush: Brush; share: number; toned?: number | undefined};

/**
 * How far a painting goes to its style's tones, 0…1: without a brush, with one that was fitted to the
 * style's colours too, and with one that was learnt in the page, which was not. The further, the better
 * are the colours, and the less is left of what was fitted.
 */
export const TONED = {plain: 0.65, brushed: 0.8, learnt: 0.5};

/**
 * The weights that brushes change, at a strength: the network's own at α = 0, a straight line from there.
 *
 * @param own the network's weights
 * @param alpha 1 is the brushes as they are
 */
export function brushedWeights(
  own: Weights,
  brushes: readonly BrushShare[],
  alpha: number,
): Map<string, Float32Array<ArrayBuffer>> {
  const names = new Set(brushes.flatMap(({brush}) => [...brush.keys()]));
  const mixed = new Map<string, Float32Array<ArrayBuffer>>();
  for (const name of names) {
    const values = own.get(name)?.values;
    if (!values) throw new Error(`Expected a brush of this network, but it has no ${name}.`);
    const shares = brushes.flatMap(({brush, share}) => {
      const other = brush.get(name)?.values;
      return other ? [{values: other, share: share * alpha}] : [];
    });
    mixed.set(name, mixTowards(values, shares, new Float32Array(values.length)));
  }
  return mixed;
}

/** own + Σ share · (other − own), written to `out`, which is given back. */
export function mixTowards(
  own: Float32Array,
  others: readonly {values: Float32Array; share: number}[],
  out: Float32Array<ArrayBuffer>,
): Float32Array<ArrayBuffer> {
  const left = 1 - others.reduce((sum, {share}) => sum + share, 0);
  for (let index = 0; index < own.length; index++) out[index] = left * (own[index] ?? 0);
  for (const {values, share} of others) {
    for (let index = 0; index < own.length; index++)
      out[index] = (out[index] ?? 0) + share * (values[index] ?? 0);
  }
  return out;
}
