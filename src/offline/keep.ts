import {checksumOf} from './checksum.ts';
import type {SiteFile} from './site.ts';

/**
 * What came of keeping a file: `changed` where the site has another one, or none, by now; `full` where the browser
 * keeps no more.
 */
export type Outcome = 'kept' | 'unreachable' | 'changed' | 'full';

/** The files of a site that are kept on this machine. */
export type Keep = {
  /** What is kept of a file, with its headers; undefined where nothing is. */
  find(file: SiteFile): Promise<Response | undefined>;
  /** Fetches a file and keeps it, unless it is kept; a signal that ends it makes it `unreachable`. */
  keep(file: SiteFile, signal?: AbortSignal): Promise<Outcome>;
  /** Keeps what has been fetched of a file, whose body this uses up. @throws TypeError if it breaks off */
  put(file: SiteFile, response: Response): Promise<Outcome>;
  /** The paths of the files that are kept. */
  paths(): Promise<ReadonlySet<string>>;
  /** Whether the page would start without a connection. */
  isComplete(): Promise<boolean>;
  /** Takes away what is of no file of this site: of versions before. */
  tidy(): Promise<void>;
};

/** What a keep is made of. */
export type KeepParts = {
  /** Where the site is, with a slash at the end. */
  scope: string;
  files: readonly SiteFile[];
  caches: Pick<CacheStorage, 'open'>;
  fetch(url: string, init: RequestInit): Promise<Response>;
};

/**
 * Keeps files by their address and checksum, so that what is kept of one is never another, and versions of the site
 * share what they have in common. What does not have the checksum, an error page for one, is not kept.
 */
export function createKeep({scope, files, caches, fetch}: KeepParts): Keep {
  // Anew each time: a person may have cleared it meanwhile.
  const open = () => caches.open(`pastiche ${scope}`);
  const urlOf = ({path}: SiteFile) => new URL(path, scope).href;
  const keyOf = (file: SiteFile) => `${urlOf(file)}?${file.checksum}`;

  async function find(file: SiteFile): Promise<Response | undefined> {
    return (await open()).match(keyOf(file));
  }

  async function put(file: SiteFile, response: Response): Promise<Outcome> {
    const bytes = await response.arrayBuffer();
    if (!response.ok || (await checksumOf(bytes)) !== file.checksum) return 'changed';
    const headers = new Headers(response.headers);
    // It is unpacked by now, and the same for everybody.
    for (const name of ['Content-Encoding', 'Vary']) headers.delete(name);
    headers.set('Content-Length', String(bytes.byteLength));
    try {
      await (await open()).put(keyOf(file), new Response(bytes, {headers}));
      return 'kept';
    } catch {
      return 'full';
    }
  }

  async function keys(): Promise<ReadonlySet<string>> {
    return new Set((await (await open()).keys()).map(({url}) => url));
  }

  async function paths(): Promise<ReadonlySet<string>> {
    const kept = await keys();
    return new Set(files.filter((file) => kept.has(keyOf(file))).map(({path}) => path));
  }

  return {
    find,
    put,
    paths,
    async keep(file, signal) {
      if (await find(file)) return 'kept';
      const load = (cache: RequestCache) =>
        fetch(urlOf(file), {cache, priority: 'low', ...(signal && {signal})}).then((it) =>
          put(file, it),
        );
      try {
        // What the page has loaded a moment ago is not loaded again, if it is still the same.
        const outcome = await load('force-cache');
        return outcome === 'changed' ? await load('reload') : outcome;
      } catch {
        return 'unreachable';
      }
    },
    async isComplete() {
      const there = await paths();
      return files.every(({kept, path}) => kept !== 'first' || there.has(path));
    },
    async tidy() {
      const cache = await open();
      const wanted = new Set(files.map(keyOf));
      for (const key of await keys()) if (!wanted.has(key)) await cache.delete(key);
    },
  };
}
