/** Where the system posts what people share with the installed app, from the site's folder. */
export const SHARE_PATH = 'share';

/** The field of the form that has the files. */
export const SHARE_FIELD = 'files';

/** In the page's query where what was shared could not be kept. */
export const UNSHARED = 'unshared';

const NAME = 'File-Name';

/**
 * Keeps files that were shared until the page takes them.
 *
 * @param scope where the site is, with a slash at the end
 * @throws DOMException where the browser keeps no more
 */
export async function keepShared(
  caches: Pick<CacheStorage, 'open'>,
  scope: string,
  files: readonly File[],
): Promise<void> {
  const cache = await caches.open(cacheName(scope));
  for (const file of files) {
    const key = new URL(`${SHARE_PATH}/${crypto.randomUUID()}`, scope);
    const headers = {'Content-Type': file.type, [NAME]: encodeURIComponent(file.name)};
    await cache.put(key, new Response(file, {headers}));
  }
}

/** Gives what was shared since it was last asked, and keeps it no longer. */
export async function takeShared(caches: CacheStorage, scope: string): Promise<File[]> {
  const name = cacheName(scope);
  // Asked at every start, and there is nothing at most of them.
  if (!(await caches.has(name))) return [];
  const cache = await caches.open(name);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (response) files.push(await fileOf(response));
  }
  await caches.delete(name);
  return files;
}

async function fileOf(response: Response): Promise<File> {
  const title = decodeURIComponent(response.headers.get(NAME) ?? '');
  return new File([await response.blob()], title, {
    type: response.headers.get('Content-Type') ?? '',
  });
}

function cacheName(scope: string): string {
  return `pastiche shared ${scope}`;
}
