import {type Brush, type BrushShare, mixTowards} from '../../../network/brush.ts';

/** The weights of a pass as they are painted with: its own, and some way from there to those of brushes. */
export type KernelMix = {
  /**
   * The mix, which the next call overwrites; undefined where it is the one of the call before.
   *
   * @param brushes that may leave this pass alone
   */
  mix(brushes: readonly BrushShare[], alpha: number): Float32Array<ArrayBuffer> | undefined;
  /** Arranges what there is of a brush, so that it is quickly mixed. */
  expect(brush: Brush): void;
};

/**
 * Mixes what is arranged as the pass reads it: that is done once a brush.
 *
 * @param own the network's weights, arranged
 * @param arrange gives those of a brush, or undefined where it has none of the pass
 */
export function createKernelMix(
  own: Float32Array<ArrayBuffer>,
  arrange: (brush: Brush) => Float32Array<ArrayBuffer> | undefined,
): KernelMix {
  const arranged = new WeakMap<Brush, {values: Float32Array<ArrayBuffer> | undefined}>();
  let mixed: Float32Array<ArrayBuffer> | undefined;
  let before: readonly {values: Float32Array; share: number}[] = [];

  function valuesOf(brush: Brush) {
    const known = arranged.get(brush) ?? {values: arrange(brush)};
    arranged.set(brush, known);
    return known.values;
  }

  return {
    expect: valuesOf,
    mix(brushes, alpha) {
      const shares = brushes.flatMap(({brush, share}) => {
        const values = share * alpha === 0 ? undefined : valuesOf(brush);
        return values ? [{values, share: share * alpha}] : [];
      });
      const same =
        shares.length === before.length &&
        shares.every(
          ({values, share}, index) =>
            values === before[index]?.values && share === before[index].share,
        );
      if (same) return undefined;
      before = shares;
      mixed ??= new Float32Array(own.length);
      return mixTowards(own, shares, mixed);
    },
  };
}
