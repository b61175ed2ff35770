import {readdir, readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {headersOf} from '../../site-headers.ts';
import {checksumOf} from '../../src/offline/checksum.ts';
import {TOY_STROKE} from './earlier-visit.ts';
import {toyFiles} from './toy-network.ts';

/** The built site on a server of its own, in a folder that is not the host's first. */
export type OwnSite = {
  url: string;
  /** The paths that were asked for, from the site's folder, each as often as it was; the page's is empty. */
  asked: string[];
  /** Serves something else at a path from now on, as a newer version of the site would; null is nothing. */
  change(path: string, body: Buffer | string | null): Promise<void>;
  /** Answers no more, as if there were no connection. May be called twice. */
  stop(): Promise<void>;
  /** Answers again, at the same address. */
  start(): Promise<void>;
};

/** What a page of such a site is opened with, for it to paint with a toy. */
export const WITH_TOY = `?size=48&model=swift${TOY_STROKE}`;

const FOLDER = '/some/where/';

const TYPES: Readonly<Record<string, string>> = {
  '': 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  webm: 'video/webm',
  mp4: 'video/mp4',
};

/**
 * Serves what is built, with toys in place of its networks. The list in its service worker tells the checksums of
 * what is served.
 *
 * @param headers false for a host that sends none of the site's
 */
export async function serveOwnSite({headers = true} = {}): Promise<OwnSite> {
  const changed = new Map<string, Buffer | null>();
  const checksums = new Map<string, string>();
  const asked: string[] = [];
  let server: Server | undefined;
  let port = 0;

  async function fileAt(path: string): Promise<Buffer | null> {
    const other = changed.get(path);
    if (other !== undefined) return other;
    const built = await readFile(`dist/${path || 'index.html'}`).catch(() => null);
    if (path !== 'sw.js' || !built) return built;
    let text = built.toString();
    for (const [before, after] of checksums) text = text.replaceAll(before, after);
    return Buffer.from(text);
  }

  async function answer({url = '', headers: wanted}: IncomingMessage, response: ServerResponse) {
    const {pathname} = new URL(url, 'http://localhost');
    const path = pathname.slice(FOLDER.length);
    asked.push(path);
    const file = await fileAt(path);
    if (!file) return response.writeHead(404).end();
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.setHeader('Content-Type', type);
    response.setHeader('ETag', `"${await checksumOf(new Uint8Array(file))}"`);
    for (const [name, value] of Object.entries(headers ? headersOf(`/${path}`) : {})) {
      response.setHeader(name, value);
    }
    const [, from] = /^bytes=(\d+)-/.exec(wanted.range ?? '') ?? [];
    if (from === undefined) return response.end(file);
    const last = file.length - 1;
    response.writeHead(206, {'Content-Range': `bytes ${from}-${last}/${file.length}`});
    return response.end(file.subarray(Number(from)));
  }

  const site: OwnSite = {
    url: '',
    asked,
    async change(path, body) {
      const [before, after] = [await fileAt(path), body === null ? null : Buffer.from(body)];
      changed.set(path, after);
      if (!before || !after) return;
      const [first, now] = [
        await checksumOf(new Uint8Array(before)),
        await checksumOf(new Uint8Array(after)),
      ];
      const built = [...checksums].find(([, other]) => other === first)?.[0] ?? first;
      checksums.set(built, now);
    },
    async stop() {
      const stopped = server;
      server = undefined;
      stopped?.closeAllConnections();
      await new Promise<void>((resolve) => (stopped ? stopped.close(() => resolve()) : resolve()));
    },
    async start() {
      server = createServer((request, response) => void answer(request, response));
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
      ({port} = server.address() as AddressInfo);
      site.url = `http://localhost:${port}${FOLDER}`;
    },
  };
  const {manifest, weights} = toyFiles();
  for (const name of await readdir('dist/assets')) {
    if (/^manifest-.*\.json$/.test(name))
      await site.change(`assets/${name}`, JSON.stringify(manifest));
    if (/^weights-.*\.bin$/.test(name)) await site.change(`assets/${name}`, weights);
  }
  await site.start();
  return site;
}
