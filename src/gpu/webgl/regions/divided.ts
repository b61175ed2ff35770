import type {Cover} from '../../painter.ts';
import type {Picture} from '../picture/picture.ts';
import type {Covering, Mask, Merger} from './merger.ts';

/** A region that is known, and what covers it. */
export type KnownRegion = {mask: Mask; cover: Cover; isPerson: boolean};

/** A frame whose regions are known. */
export type Divided = {
  /** Of pictures of the frame, one for each layer, each where its layer goes; of one, that one. */
  content(seen: readonly WebGLTexture[]): WebGLTexture | undefined;
  /** The whole of what covers the regions, with its alpha multiplied in. */
  cover(paintings: readonly WebGLTexture[]): WebGLTexture;
};

/** What a frame is divided with. */
export type DividingParts = {
  contentMerger: Merger;
  merger: Merger;
  /**
   * The frame blurred.
   *
   * @param spared where persons are who are left out of it
   */
  blur(spared: WebGLTexture | undefined): WebGLTexture;
};

/**
 * Divides a frame.
 *
 * @param background covers what lies in none of the regions
 * @param calm what is shown of the frame
 */
export function divideFrame(
  regions: readonly KnownRegion[],
  background: Cover,
  calm: Picture,
  {contentMerger, merger, blur}: DividingParts,
): Divided {
  return {
    content(seen) {
      const [first] = seen;
      if (!first || seen.length < 2) return first;
      const seenBy = (cover: Cover) => (cover.by === 'paint' && seen[cover.layer]) || first;
      contentMerger.begin(calm.size, seenBy(background));
      for (const {mask, cover} of regions) contentMerger.cover(mask, seenBy(cover));
      return contentMerger.end();
    },
    cover(paintings) {
      const spared = sparedBy(regions)?.mask.texture;
      const covering = (cover: Cover): Covering => {
        switch (cover.by) {
          case 'paint':
            return paintings[cover.layer] ?? calm.texture;
          case 'frame':
            return calm.texture;
          case 'blur':
            return blur(spared);
          case 'colour':
            return {colour: [...cover.rgb, 1]};
          case 'none':
            return {colour: [0, 0, 0, 0]};
        }
      };
      merger.begin(calm.size, covering(background));
      for (const {mask, cover} of regions) merger.cover(mask, covering(cover));
      return merger.end();
    },
  };
}

/** The region that is left out where a frame is blurred: what is behind a person; a person, with all around. */
export function sparedBy<Known extends Pick<KnownRegion, 'cover' | 'isPerson'>>(
  regions: readonly Known[],
): Known | undefined {
  const person = regions.find(({isPerson}) => isPerson);
  return person && person.cover.by !== 'blur' ? person : undefined;
}
