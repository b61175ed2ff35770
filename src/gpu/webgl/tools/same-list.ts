/** Makes a function that gives the list before, as long as its items are the same objects. */
export function createSameList<Item>(): (list: readonly Item[]) => readonly Item[] {
  let before: readonly Item[] = [];
  return (list) => {
    const isSame =
      list.length === before.length && list.every((item, index) => item === before[index]);
    return isSame ? before : (before = list);
  };
}
