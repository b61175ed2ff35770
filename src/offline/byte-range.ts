/** The first and the last byte of a part of a file. */
export type ByteRange = {first: number; last: number};

/**
 * What a `Range` header asks for, of a file of so many bytes: `bytes=0-`, `bytes=5-9`, `bytes=-3`. Undefined where
 * the whole file answers it, as with several ranges or other units; null where the file has no such part.
 */
export function readRange(header: string, bytes: number): ByteRange | null | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  return first <= last ? {first, last} : null;
}

/**
 * The part of a kept file that a `Range` header asks for. Browsers play no film, and seek in none, of a server that
 * gives but whole files.
 *
 * @param whole its body is used up
 */
export async function answerRange(whole: Response, header: string): Promise<Response> {
  const file = await whole.blob();
  const range = readRange(header, file.size);
  const headers = new Headers(whole.headers);
  headers.set('Accept-Ranges', 'bytes');
  if (range === undefined) return new Response(file, {headers});
  if (range === null) {
    headers.set('Content-Range', `bytes */${file.size}`);
    return new Response(null, {status: 416, headers});
  }
  const {first, last} = range;
  headers.set('Content-Range', `bytes ${first}-${last}/${file.size}`);
  headers.set('Content-Length', String(last - first + 1));
  return new Response(file.slice(first, last + 1), {status: 206, headers});
}
