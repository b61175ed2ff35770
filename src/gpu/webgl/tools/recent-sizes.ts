import type {Size} from '../../size.ts';

/** What was made for the sizes used last. */
export type RecentSizes<Thing> = {
  /** What there is for a size; made, and the one unused for longest dropped, where there is nothing. */
  of(size: Size): Thing;
  /** Drops everything; may be called twice. */
  dispose(): void;
};

/**
 * Keeps things for some sizes.
 *
 * @param count how many
 */
export function keepRecentSizes<Thing extends {dispose(): void}>(
  count: number,
  make: (size: Size) => Thing,
): RecentSizes<Thing> {
  /** The newest last. */
  const entries: {size: Size; thing: Thing}[] = [];
  return {
    of({width, height}) {
      const index = entries.findIndex(({size}) => size.width === width && size.height === height);
      const known = entries[index];
      if (known && index === entries.length - 1) return known.thing;
      const size = {width, height};
      const entry = known ?? {size, thing: make(size)};
      if (known) entries.splice(index, 1);
      entries.push(entry);
      if (entries.length > count) entries.shift()?.thing.dispose();
      return entry.thing;
    },
    dispose() {
      for (const {thing} of entries.splice(0)) thing.dispose();
    },
  };
}
