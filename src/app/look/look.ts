/** One style of a look and its share in the mix; weights are relative, only their ratios count. */
export type WeightedStyle = {id: string; weight: number};

/**
 * What a person has set about the painting, as plain data. It goes into the URL and through
 * `window.pastiche` as it is.
 */
export type Look = {
  /** The styles that are mixed, at least one. */
  styles: WeightedStyle[];
  /** Style strength: 0 gives the content back, 1 the style in full (the paper's α). */
  alpha: number;
};
