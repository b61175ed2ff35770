/**
 * The file behind an address of this page's own site; undefined where there is none, and for other
 * sites: the page's policy lets it show what they have, and not read it.
 *
 * @param limitMs how long it may take
 */
export async function ownFile(address: URL, limitMs: number): Promise<Blob | undefined> {
  if (address.origin !== location.origin) return undefined;
  try {
    const response = await fetch(address, {signal: AbortSignal.timeout(limitMs)});
    return response.ok ? await response.blob() : undefined;
  } catch {
    return undefined;
  }
}
