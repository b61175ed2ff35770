import {fetchFile, sha256} from './load-network.ts';
import {WeightsError} from './weights.ts';

/**
 * Fetches a file that a manifest names.
 *
 * @param expected its SHA-256, which is not asked for where browsers offer no hash
 * @param stallMs how long nothing may come, in milliseconds
 * @throws WeightsError if the file is not the one that is expected, or does not come
 */
export async function fetchChecked(
  url: string,
  expected: string | undefined,
  stallMs: number,
): Promise<ArrayBuffer> {
  const bytes = await (await fetchFile(url, stallMs)).arrayBuffer();
  const checksum = await sha256(bytes);
  if (checksum && checksum !== expected) {
    throw new WeightsError(`Expected a file of SHA-256 ${expected}, got ${checksum}.`);
  }
  return bytes;
}
