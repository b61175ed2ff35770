/** A size as people write it, in powers of ten: `640 kB`, `3.4 MB`. */
export function formatBytes(bytes: number): string {
  const kilobytes = Math.round(bytes / 1e3);
  if (kilobytes < 1e3) return `${kilobytes} kB`;
  if (bytes < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
