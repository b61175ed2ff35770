/** True where the page has shut itself off from this site when it was loaded; see `src/lock.ts`. */
export function isShutOut({protocol, origin}: URL): boolean {
  const lock = document.querySelector<HTMLMetaElement>('meta[content^="img-src"]');
  const elsewhere = /^https?:$/.test(protocol) && origin !== location.origin;
  return elsewhere && lock !== null && !lock.content.split(/[ ;]+/).includes(origin);
}
