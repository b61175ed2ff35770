/** A style a person can pick: one of the gallery, or one of their own. */
export type StyleEntry = {
  id: string;
  title: string;
  /** True for a style this person added; only those can be renamed and removed. */
  own: boolean;
  /**
   * A URL an `<img>` can show on a card: a thumbnail of the gallery's picture, or a blob URL of the person's own;
   * see `pictureUrlOf`.
   */
  imageUrl: string;
  /** One sentence on the style, empty for own styles. */
  note: string;
  /** True for an own style whose picture the browser has lost: it can only be removed. */
  lost?: boolean;
};

/** The styles there are. */
export type StylesState = {
  entries: readonly StyleEntry[];
  /** The style whose statistics are being computed, or null. */
  analyzing: string | null;
};
