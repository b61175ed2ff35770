/** When that was captured which `clipName` has named so, in local time; undefined for other names. */
export function clipDate(name: string): Date | undefined {
  const numbers = /^pastiche-(\d+)-(\d+)-(\d+)-(\d+)-(\d+)-(\d+)\D/
    .exec(name)
    ?.slice(1)
    .map(Number);
  if (!numbers) return undefined;
  const [year = 0, month = 1, ...rest] = numbers;
  return new Date(year, month - 1, ...rest);
}
