/** The file name of what was painted over a file: `holiday.mov` gives `holiday-pastiche.mp4`. */
export function nameAfter(name: string, extension: string): string {
  return `${name.replace(/\.[^.]*$/, '')}-pastiche.${extension}`;
}

/**
 * The file name of what was captured at `date`, in local time and sortable:
 * `pastiche-2026-11-23-10-15-00.mp4`.
 *
 * @param extension without the dot
 */
export function clipName(date: Date, extension: string): string {
  const parts = [
    date.getFullYear(),
    date.getMonth() + 1,
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
  ];
  return `pastiche-${parts.map((part) => String(part).padStart(2, '0')).join('-')}.${extension}`;
}
