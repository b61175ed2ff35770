/** What writes to the browser's disk, which comes apart as the writers do. */
export function loadTape() {
  return import('./tape.ts');
}
