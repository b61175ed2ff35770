import {createSocket} from 'node:dgram';
import {readdir, readFile} from 'node:fs/promises';
import {type AddressInfo, createServer} from 'node:net';
import {type Browser, chromium, type Page, type Worker} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import {CACHING, HEADERS} from '../../site-headers.ts';
import {provisionBrowser} from '../browser/provision-browser.ts';
import {serveOwnSite} from './own-site.ts';

/** How long something that leaves may take to arrive, in milliseconds. */
const ARRIVAL_MS = 1500;

/** How long the tries themselves may take, in milliseconds. */
const TRY_MS = 6000;

/**
 * The ways that a script has to send something out, each as the body of a function of the address. They
 * may fail as they like; what counts is whether anything arrives.
 */
const EVERYWHERE = {
  fetch: 'await fetch(url)',
  'fetch without CORS': "await fetch(url, {mode: 'no-cors', method: 'POST', body: 'secret'})",
  'fetch that outlives the page': "await fetch(url, {keepalive: true, mode: 'no-cors'})",
  XMLHttpRequest: "const it = new XMLHttpRequest(); it.open('POST', url); it.send('secret')",
  WebSocket: "new WebSocket(url.replace('http', 'ws'))",
  EventSource: 'new EventSource(url)',
  WebTransport: "await new WebTransport(url.replace('http:', 'https:')).ready",
  'import()': 'await import(url)',
};
const IN_A_PAGE = {
  sendBeacon: "navigator.sendBeacon(url, 'secret')",
  'an image': 'new Image().src = url',
  'an image with CORS': "Object.assign(new Image(), {crossOrigin: 'anonymous', src: url})",
  'a video': "const it = document.createElement('video'); it.src = url; it.load()",
  sound: 'new Audio(url).load()',
  'a script': "add('script', {src: url})",
  'a style sheet': "add('link', {rel: 'stylesheet', href: url})",
  'an icon': "add('link', {rel: 'icon', href: url})",
  'a manifest': "add('link', {rel: 'manifest', href: url})",
  preload: "add('link', {rel: 'preload', as: 'fetch', href: url})",
  modulepreload: "add('link', {rel: 'modulepreload', href: url})",
  prefetch: "add('link', {rel: 'prefetch', href: url})",
  'a background': "document.body.style.backgroundImage = 'url(' + url + ')'",
  'an SVG image': "add('div', {innerHTML: '<svg><image href=\"' + url + '\"/></svg>'})",
  'a frame': "add('iframe', {src: url})",
  'an object': "add('object', {data: url})",
  'an embed': "add('embed', {src: url})",
  'a form': "add('form', {action: url, method: 'post', target: 'f'}).submit()",
  'a font': "await new FontFace('x', 'url(' + url + ')').load()",
  'a worker': 'new Worker(url)',
  'a ping': "add('a', {href: '#', ping: url}).click()",
  'an image of a canvas': "const it = new Image(); it.srcset = url + ' 1x'",
  'a poster': "add('video', {poster: url})",
  '@import': "add('style', {textContent: '@import url(' + url + ');'})",
  'a cursor': "document.body.style.cursor = 'url(' + url + '), auto'",
  'a shared worker': 'new SharedWorker(url)',
  'a service worker': 'await navigator.serviceWorker.register(url)',
  'speculation rules':
    "add('script', {type: 'speculationrules', textContent: JSON.stringify({prefetch: [{source: 'list', urls: [url]}]})})",
};
const IN_A_WORKER = {importScripts: 'importScripts(url)'};

/** Chromium obeys no policy there; `docs/hosting.md` says so. */
const KNOWN_TO_BE_OPEN = ['prefetch'];

let browser: Browser;
let page: Page;
let collector: Collector;

beforeAll(async () => {
  browser = await chromium.launch({executablePath: provisionBrowser()});
  collector = await openCollector();
});

afterAll(async () => {
  await browser.close();
  collector.close();
});

describe.each([
  ['with the headers', true],
  ['of a host that sends none', false],
])('the page %s', (_, headers) => {
  beforeEach(() => openPage('?size=48', headers));
  afterEach(() => page.context().close());

  it('sends nothing out, whatever a script tries', async () => {
    const open = await waysOut({...EVERYWHERE, ...IN_A_PAGE}, tryInPage);

    expect(open.filter((way) => !KNOWN_TO_BE_OPEN.includes(way))).toEqual([]);
  });
});

it('sends nothing out of a worker, whatever its script tries', async () => {
  await openPage('?size=48', true);
  const tryIt = tryIn(await startWorker());

  expect(await waysOut({...EVERYWHERE, ...IN_A_WORKER}, tryIt)).toEqual([]);
  await page.context().close();
});

it('sends nothing out of the service worker, whatever its script tries', async () => {
  const tryIt = tryIn(await startServiceWorker(inject('siteUrl')));

  expect(await waysOut({...EVERYWHERE, ...IN_A_WORKER}, tryIt)).toEqual([]);
  await page.context().close();
});

it('lets workers send nothing where the host sends no headers, once the service worker is there', async () => {
  const site = await serveOwnSite({headers: false});
  const serviceWorker = await startServiceWorker(site.url);
  // It is as its host sends it, so the tests above can fail.
  expect(await waysOut({fetch: EVERYWHERE.fetch}, tryIn(serviceWorker))).toEqual(['fetch']);

  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const tryIt = tryIn(await startWorker());
  expect(await waysOut({...EVERYWHERE, ...IN_A_WORKER}, tryIt)).toEqual([]);

  await page.context().close();
  await site.stop();
});

it('fetches pictures of the one site that the address names, and of no other', async () => {
  await openPage(`?size=48&source=${encodeURIComponent(collector.url)}`, true);
  const image = {'an image': IN_A_PAGE['an image']};
  expect(await waysOut(image, tryInPage)).toEqual(['an image']);
  expect(await waysOut(EVERYWHERE, tryInPage)).toEqual([]);

  const other = await openCollector();
  expect(await waysOut(image, tryInPage, other)).toEqual([]);
  other.close();
  await page.context().close();
});

it('would see what arrives', async () => {
  const context = await browser.newContext({bypassCSP: true});
  page = await context.newPage();
  await page.route('**/weights-*.bin', (route) => route.abort());
  await page.goto(inject('siteUrl') + '?size=48');
  const open = await waysOut({...EVERYWHERE, ...IN_A_PAGE}, tryInPage);
  await context.close();

  // So the lists above can fail.
  expect(open).toEqual(
    expect.arrayContaining(['fetch', 'WebSocket', 'sendBeacon', 'an image', 'a script', 'a frame']),
  );
});

it('sends the headers with every file', async () => {
  const assets = (await readdir('dist/assets')).map((name) => `assets/${name}`);
  const files = ['', 'sw.js', ...assets];
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const {headers} = await fetch(inject('siteUrl') + file, {method: 'HEAD'});
    for (const [name, value] of Object.entries(HEADERS)) {
      expect(headers.get(name), `${name} of ${file}`).toBe(value);
    }
    const caching = CACHING[assets.includes(file) ? '/assets/*' : `/${file}`];
    expect(headers.get('Cache-Control'), file).toBe(caching);
  }
});

it('writes the headers for those who host it, the same everywhere', async () => {
  const written = await readFile('dist/_headers', 'utf8');
  const guide = await readFile('docs/hosting.md', 'utf8');

  expect(written.startsWith('/*\n')).toBe(true);
  for (const [name, value] of Object.entries(HEADERS)) {
    expect(written).toContain(`  ${name}: ${value}\n`);
    expect(guide).toContain(`add_header ${name} "${value}" always;`);
    expect(guide).toContain(`${name} "${value}"\n`);
  }
  for (const [path, value] of Object.entries(CACHING)) {
    expect(written).toContain(`\n${path}\n  Cache-Control: ${value}\n`);
    // Of nginx, and of Caddy.
    expect(guide).toMatch(new RegExp(`(default|assets/") "${value}";`));
    expect(guide).toContain(`Cache-Control "${value}"\n`);
  }
});

async function openPage(query: string, headers: boolean): Promise<void> {
  const context = await browser.newContext({
    viewport: {width: 320, height: 240},
    serviceWorkers: 'block',
  });
  page = await context.newPage();
  if (!headers) {
    await page.route(inject('siteUrl') + '**', async (route) => {
      const response = await route.fetch();
      const kept = Object.entries(response.headers()).filter(([name]) => name === 'content-type');
      await route.fulfill({response, headers: Object.fromEntries(kept)});
    });
  }
  // The page has better to do than to paint: the machine may be slow.
  await page.route('**/weights-*.bin', (route) => route.abort());
  await page.goto(inject('siteUrl') + query, {waitUntil: 'load'});
}

/** Starts a worker of the site in the page. */
async function startWorker(): Promise<Worker> {
  const script = (await readdir('dist/assets')).find((name) => name.startsWith('timer.worker'));
  const started = page.waitForEvent('worker');
  await page.evaluate((name) => void new Worker(`./assets/${name}`), script);
  return started;
}

/** Opens a site in a fresh context and starts its service worker. */
async function startServiceWorker(url: string): Promise<Worker> {
  const context = await browser.newContext({viewport: {width: 320, height: 240}});
  page = await context.newPage();
  await page.route('**/weights-*.bin', (route) => route.abort());
  await page.goto(url + '?size=48', {waitUntil: 'load'});
  const started = context.waitForEvent('serviceworker');
  await page.evaluate(() => void navigator.serviceWorker.register('./sw.js'));
  return started;
}

function tryIn(worker: Worker): (body: string, url: string) => Promise<unknown> {
  return (body, url) => worker.evaluate(callOf(body, url));
}

/** The names of the ways by which something arrived. */
async function waysOut(
  ways: Record<string, string>,
  tryIt: (body: string, url: string) => Promise<unknown>,
  {url, arrived} = collector,
): Promise<string[]> {
  arrived.clear();
  // Some never end, where they are shut.
  const tries = Object.entries(ways).map(([name, body]) =>
    tryIt(body, `${url}?way=${encodeURIComponent(name)}`).catch(() => {}),
  );
  await Promise.race([Promise.all(tries), new Promise((resolve) => setTimeout(resolve, TRY_MS))]);
  await new Promise((resolve) => setTimeout(resolve, ARRIVAL_MS));
  return Object.keys(ways).filter((name) => arrived.has(name));
}

function tryInPage(body: string, url: string): Promise<unknown> {
  const add = `const add = (name, it) => {
    const element = Object.assign(document.createElement(name), it);
    document.body.append(element);
    return element;
  };`;
  return page.evaluate(callOf(add + body, url));
}

function callOf(body: string, url: string): string {
  return `(async (url) => {${body}})(${JSON.stringify(url)}).catch(() => {})`;
}

type Collector = {url: string; arrived: Set<string>; close(): void};

/** Takes note of the ways by which requests arrive. Browsers connect in advance, which says nothing. */
async function openCollector(): Promise<Collector> {
  const arrived = new Set<string>();
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const [, way] = /[?]way=([^ ]*)/.exec(data.toString('latin1')) ?? [];
      if (way) arrived.add(decodeURIComponent(way));
      socket.destroy();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const {port} = server.address() as AddressInfo;
  // WebTransport speaks no TCP.
  const datagrams = createSocket('udp4', () => arrived.add('WebTransport'));
  await new Promise<void>((resolve) => {
    datagrams.bind(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    arrived,
    close() {
      server.close();
      datagrams.close();
    },
  };
}
