import type {BrushShare} from './brush.ts';
import {mixStatistics} from './mix-statistics.ts';
import {mixPalettes, type Palette} from './palette.ts';
import type {StyleStatistics} from './style-statistics.ts';

/** What a network knows of a style: computed or loaded once, whatever is painted with it. */
export type StyleCode = {
  /** Mean and standard deviation of each channel, by level: what AdaIN takes. */
  statistics: StyleStatistics;
  /** The colours that the frame is brought to; without, it keeps its own. */
  palette?: Palette | undefined;
  /** Kernels fitted to the style; none where there are only the network's own. */
  brushes?: readonly BrushShare[] | undefined;
};

/**
 * What lies between styles: the weighted means of statistics, palettes and kernels.
 *
 * @param parts all of one network; weights are relative and not negative
 * @throws if there is no part with a weight above 0
 */
export function mixCodes(parts: readonly {code: StyleCode; weight: number}[]): StyleCode {
  const used = parts.filter(({weight}) => weight > 0);
  const [only, ...others] = used;
  if (only && others.length === 0) return only.code;
  const total = used.reduce((sum, {weight}) => sum + weight, 0);
  const palettes = used.flatMap(({code: {palette}, weight}) =>
    palette ? [{palette, weight}] : [],
  );
  return {
    statistics: mixStatistics(
      used.map(({code, weight}) => ({statistics: code.statistics, weight})),
    ),
    palette: palettes.length > 0 ? mixPalettes(palettes) : undefined,
    brushes: used.flatMap(({code, weight}) =>
      (code.brushes ?? []).map((brush) => ({...brush, share: (brush.share * weight) / total})),
    ),
  };
}
