/** So many letters of a SHA-256 tell the files of a site apart. */
const LETTERS = 16;

/** The beginning of a SHA-256, in hexadecimal. Wants a secure context, as service workers do. */
export async function checksumOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const letters = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'));
  return letters.join('').slice(0, LETTERS);
}
