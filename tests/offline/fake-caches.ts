/** Caches as browsers have them, as far as the service worker knows them. */
export type FakeCaches = CacheStorage & {
  /** The addresses of what is kept, by the name of the cache. */
  kept(): Record<string, string[]>;
};

/** @param full lets every cache keep no more */
export function fakeCaches({full = (): boolean => false} = {}): FakeCaches {
  const all = new Map<string, Map<string, Response>>();
  const urlOf = (request: RequestInfo | URL) =>
    request instanceof Request ? request.url : String(request);

  function cacheOf(entries: Map<string, Response>) {
    return {
      match: (key: RequestInfo | URL) => Promise.resolve(entries.get(urlOf(key))?.clone()),
      async put(key: RequestInfo | URL, response: Response) {
        if (full()) throw new DOMException('Full, says the test.', 'QuotaExceededError');
        if (response.headers.get('Vary') === '*') throw new TypeError('Expected no Vary: *.');
        const {headers} = response;
        entries.set(urlOf(key), new Response(await response.arrayBuffer(), {headers}));
      },
      delete: (key: RequestInfo | URL) => Promise.resolve(entries.delete(urlOf(key))),
      keys: () => Promise.resolve([...entries.keys()].map((url) => new Request(url))),
    };
  }

  const caches = {
    open(name: string) {
      const entries = all.get(name) ?? new Map<string, Response>();
      all.set(name, entries);
      return Promise.resolve(cacheOf(entries));
    },
    has: (name: string) => Promise.resolve(all.has(name)),
    delete: (name: string) => Promise.resolve(all.delete(name)),
    kept: () => Object.fromEntries([...all].map(([name, entries]) => [name, [...entries.keys()]])),
  };
  return caches as unknown as FakeCaches;
}
