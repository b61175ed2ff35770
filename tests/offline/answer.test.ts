import {beforeEach, expect, it, vi} from 'vitest';
import {answer} from '../../src/offline/answer.ts';
import {createKeep, type Keep} from '../../src/offline/keep.ts';
import type {Site} from '../../src/offline/site.ts';
import {fakeCaches} from './fake-caches.ts';
import {CONTENTS, SCOPE, toySite} from './toy-site.ts';

let site: Site;
let keep: Keep;
let work: Promise<unknown>[];
const fetch = vi.fn<(request: Request) => Promise<Response>>();

beforeEach(async () => {
  site = await toySite();
  work = [];
  keep = createKeep({
    scope: SCOPE,
    files: site.files,
    caches: fakeCaches(),
    fetch: (url) => Promise.resolve(new Response(CONTENTS[url.slice(SCOPE.length)])),
  });
  fetch.mockReset();
  fetch.mockImplementation(() => Promise.resolve(new Response('from the network')));
});

/** A request as pages make it; Node lets nobody make one that navigates. */
function ask(url: string, {mode = 'cors', ...init}: RequestInit = {}) {
  const request = new Request(new URL(url, SCOPE), init);
  Object.defineProperty(request, 'mode', {value: mode});
  return answer(request, {scope: SCOPE, site, keep, fetch, later: (it) => work.push(it)});
}

async function keepPaths(...paths: string[]) {
  for (const file of site.files) if (paths.includes(file.path)) await keep.keep(file);
}

it.each([
  ['another site', 'https://example.com/assets/start.js', {}],
  ['another page of the host', 'https://example.org/other', {mode: 'navigate'} as const],
  ['a page below this one', 'docs/', {mode: 'navigate'} as const],
  ['a picture of the host', 'holiday.jpg', {}],
  ['the page, as a source', '', {}],
  ['a file with a query', 'assets/start.js?v=2', {}],
  ['a post to a file', 'assets/start.js', {method: 'POST'}],
  ['a look at a file', 'assets/start.js', {method: 'HEAD'}],
])('leaves %s alone', (_, url, init) => {
  expect(ask(url, init)).toBeUndefined();
});

it.each(['', 'index.html', '?style=neon', '#there'])(
  'starts the page at “%s” from what is kept',
  async (url) => {
    await keepPaths('', 'assets/start.js');

    expect(await (await ask(url, {mode: 'navigate'}))?.text()).toBe('<p>page</p>');
    expect(fetch).not.toHaveBeenCalled();
  },
);

it('takes the newest page while one of its scripts is missing, and the kept one in need', async () => {
  await keepPaths('');

  const newest = await ask('?style=neon', {mode: 'navigate'});
  expect(await newest?.text()).toBe('from the network');

  fetch.mockRejectedValue(new TypeError('Failed to fetch'));
  const kept = await ask('?style=neon', {mode: 'navigate'});
  expect(await kept?.text()).toBe('<p>page</p>');
});

it('has no page to give where none is kept and none comes', async () => {
  fetch.mockRejectedValue(new TypeError('Failed to fetch'));

  await expect(ask('', {mode: 'navigate'})).rejects.toThrow('Failed to fetch');
});

it('keeps what the page has asked for', async () => {
  fetch.mockResolvedValueOnce(new Response('other'));

  expect(await (await ask('assets/other.bin'))?.text()).toBe('other');
  await Promise.all(work);
  expect(await (await ask('assets/other.bin'))?.text()).toBe('other');

  expect(fetch).toHaveBeenCalledOnce();
});

it('gives an error of the site as it is, and keeps none', async () => {
  fetch.mockImplementation(() => Promise.resolve(new Response('gone', {status: 404})));

  expect((await ask('assets/other.bin'))?.status).toBe(404);
  await Promise.all(work);
  expect((await ask('assets/other.bin'))?.status).toBe(404);
});

it('gives a part of a film that is kept', async () => {
  await keepPaths('assets/film.webm');

  const part = await ask('assets/film.webm', {headers: {Range: 'bytes=3-4'}});

  expect(part?.status).toBe(206);
  expect(await part?.text()).toBe('34');
  expect(fetch).not.toHaveBeenCalled();
});

it('leaves a part of a film to the network where it is not kept, and keeps no part', async () => {
  fetch.mockImplementation(() => Promise.resolve(new Response('34', {status: 206})));

  const part = await ask('assets/film.webm', {headers: {Range: 'bytes=3-4'}});

  expect(part?.status).toBe(206);
  expect(fetch.mock.calls[0]?.[0].headers.get('Range')).toBe('bytes=3-4');
  await Promise.all(work);
  expect([...(await keep.paths())]).toEqual([]);
});

it('sends the policy with what is kept, beside what came with it', async () => {
  const headers = {'Content-Security-Policy': "frame-ancestors 'none'", 'X-Own': 'yes'};
  await keep.put(site.files[1]!, new Response('start()', {headers}));

  const script = await ask('assets/start.js');

  expect(script?.headers.get('Content-Security-Policy')).toBe(
    "frame-ancestors 'none', connect-src 'self'",
  );
  expect(script?.headers.get('X-Own')).toBe('yes');
});
