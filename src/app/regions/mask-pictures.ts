import type {PaintedMask} from '../../gpu/painter.ts';

/** The pictures of masks, by their `data:` addresses. */
export type MaskPictures = {
  /** The picture of a mask, if it is at hand. */
  recall(mask: string): PaintedMask | undefined;
  /**
   * Reads a mask; one that cannot be read is empty.
   *
   * @returns its picture, which is at hand from then on
   */
  read(mask: string): Promise<PaintedMask>;
  /** Knows the picture of a mask, in place of the one that it was of before. */
  keep(mask: string, picture: PaintedMask): void;
};

/** So many are at hand: those of a few cues. */
const MOST = 12;

/** Knows no mask yet. */
export function createMaskPictures(): MaskPictures {
  const known = new Map<string, PaintedMask>();

  function keep(mask: string, picture: PaintedMask) {
    for (const [other, {picture: its}] of known) if (its === picture.picture) known.delete(other);
    known.set(mask, picture);
    const [oldest = ''] = known.keys();
    if (known.size > MOST) known.delete(oldest);
  }

  return {
    recall: (mask) => known.get(mask),
    keep,
    async read(mask) {
      const image = new Image();
      image.src = mask;
      const isRead = await image.decode().then(
        () => true,
        () => false,
      );
      const painted = {picture: isRead ? image : new ImageData(1, 1), version: 0};
      if (!known.has(mask)) keep(mask, painted);
      return known.get(mask) ?? painted;
    },
  };
}
