/** A name that is another for each number: `sea.png` gives `sea (2).png`, and itself for 1. */
export function numberedName(name: string, number: number): string {
  return number === 1 ? name : name.replace(/(\.[^.]*)?$/, ` (${number})$1`);
}
