import {beforeEach, expect, it, vi} from 'vitest';
import {createKeep, type Keep} from '../../src/offline/keep.ts';
import type {Site, SiteFile} from '../../src/offline/site.ts';
import {type FakeCaches, fakeCaches} from './fake-caches.ts';
import {CONTENTS, SCOPE, toySite} from './toy-site.ts';

let site: Site;
let caches: FakeCaches;
let full = false;
let keep: Keep;
const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(async () => {
  full = false;
  site = await toySite();
  caches = fakeCaches({full: () => full});
  keep = createKeep({scope: SCOPE, files: site.files, caches, fetch});
  fetch.mockReset();
  fetch.mockImplementation((url) =>
    Promise.resolve(new Response(CONTENTS[url.slice(SCOPE.length)], {headers: {Vary: '*'}})),
  );
});

function fileAt(path: string): SiteFile {
  return site.files.find((file) => file.path === path)!;
}

it('keeps a file with its headers, and fetches it once', async () => {
  fetch.mockResolvedValue(
    new Response('start()', {
      headers: {'Content-Type': 'text/javascript', 'Content-Encoding': 'br', 'Content-Length': '3'},
    }),
  );
  const file = fileAt('assets/start.js');

  expect([await keep.keep(file), await keep.keep(file)]).toEqual(['kept', 'kept']);

  expect(fetch).toHaveBeenCalledExactlyOnceWith(`${SCOPE}assets/start.js`, {
    cache: 'force-cache',
    priority: 'low',
  });
  const kept = await keep.find(file);
  expect(await kept?.text()).toBe('start()');
  expect(kept?.headers.get('Content-Type')).toBe('text/javascript');
  expect(kept?.headers.get('Content-Length')).toBe('7');
  expect(kept?.headers.has('Content-Encoding')).toBe(false);
});

it('asks the site itself where the browser remembers another version', async () => {
  fetch.mockResolvedValueOnce(new Response('<p>old page</p>'));

  expect(await keep.keep(fileAt(''))).toBe('kept');

  expect(fetch.mock.calls.map(([url, {cache}]) => [url, cache])).toEqual([
    [SCOPE, 'force-cache'],
    [SCOPE, 'reload'],
  ]);
  expect(await (await keep.find(fileAt('')))?.text()).toBe('<p>page</p>');
});

it.each([
  ['an error page', () => new Response('start()', {status: 404})],
  ['another file in its place', () => new Response('<p>Sign in to this network</p>')],
])('keeps no %s', async (_, response) => {
  fetch.mockImplementation(() => Promise.resolve(response()));

  expect(await keep.keep(fileAt('assets/start.js'))).toBe('changed');
  expect(await keep.find(fileAt('assets/start.js'))).toBeUndefined();
});

it('tells when the line is broken, or breaks', async () => {
  fetch.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(await keep.keep(fileAt(''))).toBe('unreachable');

  const torn = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('<p>'));
      controller.error(new TypeError('Broken off'));
    },
  });
  fetch.mockResolvedValueOnce(new Response(torn));
  expect(await keep.keep(fileAt(''))).toBe('unreachable');
  expect(caches.kept()).toEqual({[`pastiche ${SCOPE}`]: []});
});

it('tells when the browser keeps no more', async () => {
  full = true;

  expect(await keep.keep(fileAt(''))).toBe('full');
});

it('would start once all is kept that is kept first', async () => {
  expect(await keep.isComplete()).toBe(false);
  await keep.keep(fileAt(''));
  expect(await keep.isComplete()).toBe(false);
  await keep.keep(fileAt('assets/start.js'));

  expect(await keep.isComplete()).toBe(true);
  expect([...(await keep.paths())]).toEqual(['', 'assets/start.js']);
});

it('takes away what is of versions before, and shares what is the same', async () => {
  for (const file of site.files) await keep.keep(file);
  const files = site.files
    .filter(({path}) => path !== 'assets/other.bin')
    .map((file) => (file.path === '' ? {...file, checksum: 'newer'} : file));
  const newer = createKeep({scope: SCOPE, files, caches, fetch});

  expect([...(await newer.paths())]).toEqual(['assets/start.js', 'assets/film.webm']);
  await newer.tidy();

  expect([...(await keep.paths())]).toEqual(['assets/start.js', 'assets/film.webm']);
});

it('leaves alone what other sites of the same host keep', async () => {
  const other = createKeep({scope: 'https://example.org/', files: site.files, caches, fetch});
  await keep.keep(fileAt(''));

  await other.tidy();

  expect(await keep.find(fileAt(''))).toBeDefined();
});
