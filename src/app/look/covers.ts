import type {Look} from './look-table.ts';
import {AS_LOOK, type RegionCover} from './region-key.ts';

/** What of a look says how regions are covered. */
export type Covers = Pick<Look, 'person' | 'background' | 'painted'>;

/** What covers the regions of a look; those that nobody has painted do not count. */
export function coversOf({person, background, painted}: Covers): RegionCover[] {
  return [background, person, ...(painted.mask ? [painted.red, painted.green] : [])];
}

/** The regions of a look without some styles: what these covered is painted in the look. */
export function withoutStyles(
  {person, background, painted}: Covers,
  isGone: (id: string) => boolean,
): Covers {
  const kept = (cover: RegionCover) => (cover.by === 'style' && isGone(cover.id) ? AS_LOOK : cover);
  return {
    person: kept(person),
    background: kept(background),
    painted: {...painted, red: kept(painted.red), green: kept(painted.green)},
  };
}
