import {readFile, rename, writeFile} from 'node:fs/promises';

/**
 * Makes a file hold these bytes. One that does is left alone, so that who watches it is not woken; and nobody reads
 * half of one, though several builds write it at a time.
 */
export async function keepFile(url: URL, bytes: Uint8Array): Promise<void> {
  const known = await readFile(url).catch(() => undefined);
  if (known?.equals(bytes)) return;
  const draft = new URL(`${url.href}.${process.pid}-${performance.now()}`);
  await writeFile(draft, bytes);
  await rename(draft, url);
}
