/**
 * The service worker: it lets the site start without a connection. It is built into one script, `sw.js`, that can
 * be read as it is (see `site-offline.ts`). It asks no other site for anything, and answers nothing but the files
 * of its own.
 */
import {answer} from './answer.ts';
import {createKeep} from './keep.ts';
import type {Answers, Listing, Order} from './orders.ts';
import {keepShared, SHARE_FIELD, SHARE_PATH, UNSHARED} from './shared-files.ts';
import type {Site} from './site.ts';

declare const self: ServiceWorkerGlobalScope;

/** Stands before this script where it is built. */
declare const SITE: Site;

const {scope} = self.registration;
const keep = createKeep({
  scope,
  files: SITE.files,
  caches: self.caches,
  fetch: (url, init) => fetch(url, init),
});
let stopping = new AbortController();

self.addEventListener('install', (event) => {
  event.waitUntil(keepFirst());
});

self.addEventListener('activate', (event) => {
  // What the page of a first visit asks for from now on is kept, too.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const {request} = event;
  const coming = isShared(request)
    ? receive(request)
    : answer(request, {
        scope,
        site: SITE,
        keep,
        fetch: (asked) => fetch(asked),
        later: (work) => {
          event.waitUntil(work);
        },
      });
  if (coming) event.respondWith(coming);
});

self.addEventListener('message', (event) => {
  const order = event.data as Order;
  event.waitUntil(
    obey(order).then((told) => {
      event.ports[0]?.postMessage(told);
    }),
  );
});

/**
 * Without these the site does not start. A file that the site has lost keeps no newer version out, nor does a
 * browser that is full: the page then comes from the network.
 *
 * @throws where the line breaks: then the browser tries again later, and what has come is there
 */
async function keepFirst(): Promise<void> {
  for (const file of SITE.files) {
    if (file.kept !== 'first') continue;
    const outcome = await keep.keep(file);
    if (outcome === 'unreachable')
      throw new Error(`Expected ${file.path}, but it cannot be reached.`);
  }
}

async function obey(order: Order): Promise<Answers[keyof Answers] | void> {
  switch (order.do) {
    case 'list':
      return list();
    case 'keep': {
      const file = SITE.files.find(({path}) => path === order.path);
      return file ? keep.keep(file, stopping.signal) : 'changed';
    }
    case 'stop':
      stopping.abort();
      stopping = new AbortController();
      return;
    case 'tidy':
      return tidy();
    case 'take-over':
      return self.skipWaiting();
  }
}

async function list(): Promise<Listing> {
  return {files: SITE.files, kept: [...(await keep.paths())]};
}

/** Another page may be of a version before, and a version to come has begun to keep what is its own. */
async function tidy(): Promise<void> {
  const {installing, waiting} = self.registration;
  const windows = await self.clients.matchAll({type: 'window', includeUncontrolled: true});
  const pages = windows.filter(({url}) => url.startsWith(scope));
  if (installing || waiting || pages.length > 1 || !(await keep.isComplete())) return;
  await keep.tidy();
}

function isShared({method, url}: Request): boolean {
  return method === 'POST' && url === new URL(SHARE_PATH, scope).href;
}

/** Keeps what was shared, and gives way to the page, which takes it. */
async function receive(request: Request): Promise<Response> {
  try {
    const fields = (await request.formData()).getAll(SHARE_FIELD);
    const files = fields.filter((field) => field instanceof File);
    await keepShared(self.caches, scope, files);
    return Response.redirect(scope, 303);
  } catch {
    return Response.redirect(new URL(`?${UNSHARED}`, scope), 303);
  }
}
