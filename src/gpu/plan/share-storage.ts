/** What a pass does to maps, by their numbers. */
export type MapUse = {reads: readonly number[]; draws: number | undefined};

/** Which storage holds which map: maps that never live at the same time share one. */
export type SharedStorage = {
  /** The storage of each map that is drawn, by the map's number. */
  storageOf: ReadonlyMap<number, number>;
  /** A map of each storage: all of its maps have the same shape. */
  firsts: readonly number[];
};

/**
 * Gives every map a storage, in the order in which they are drawn.
 *
 * @param keyOf equal for maps of the same shape
 * @param kept maps that nothing may overwrite once they are drawn
 */
export function shareStorage(
  uses: readonly MapUse[],
  keyOf: (map: number) => string,
  kept: ReadonlySet<number> = new Set(),
): SharedStorage {
  const firsts: number[] = [];
  const storageOf = new Map<number, number>();
  const free = new Set<number>();
  uses.forEach(({reads, draws}, index) => {
    const later = new Set(uses.slice(index + 1).flatMap((use) => use.reads));
    if (draws !== undefined) {
      const fitting = [...free].find((storage) => keyOf(firsts[storage] ?? -1) === keyOf(draws));
      const storage = fitting ?? firsts.push(draws) - 1;
      free.delete(storage);
      storageOf.set(draws, storage);
    }
    for (const read of reads) {
      const storage = storageOf.get(read);
      if (storage !== undefined && !later.has(read) && !kept.has(read)) free.add(storage);
    }
  });
  return {storageOf, firsts};
}
