/** Offers a file to be saved, as a link to it does when it is followed. */
export function downloadFile(file: File): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), {href: url, download: file.name}).click();
  // The browser reads it in a task of its own.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, REVOKE_MS);
}

/** Long enough for a person who is asked where to save it, in milliseconds. */
const REVOKE_MS = 60_000;
