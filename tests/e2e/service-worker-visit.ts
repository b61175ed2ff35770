import type {Page} from 'playwright';
import {expect} from 'vitest';
import {type OwnSite, WITH_TOY} from './own-site.ts';
import type {OpenOptions, OpenSite} from './use-site.ts';

/** The largest of the files that are kept soon, and so the last of them. */
const LAST_KEPT_SOON = /^assets\/film-.*\.webm$/;

/** Visits a site of its own with its service worker. */
export function visit(open: OpenSite, site: OwnSite, options: OpenOptions = {}): Promise<Page> {
  return open(WITH_TOY, {
    network: 'real',
    firstVisit: false,
    fullRate: false,
    styles: Infinity,
    serviceWorker: true,
    url: site.url,
    ...options,
  });
}

/** The paths of what is kept, from the site's folder; the page's is empty. */
export function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const here = new URL('.', location.href).href;
    const names = (await caches.keys()).filter((name) => name === `pastiche ${here}`);
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({url}) => url.slice(here.length).replace(/\?.*/, ''));
  });
}

/** Waits until all is kept that is kept without being used. */
export async function waitUntilKept(page: Page): Promise<void> {
  const last = expect.stringMatching(LAST_KEPT_SOON);
  await expect.poll(() => keptPaths(page), {timeout: 60_000}).toContainEqual(last);
}

/** A page that has asked for nothing so long is busy with nothing, in milliseconds. */
const CALM_MS = 2000;

/**
 * Waits until the page asks for no more files: it analyses the styles beside the picked one in its spare time. A
 * service worker that is asked for one while another is to take its place is started again, and a browser that is
 * debugged, as all are in tests, then never ends it.
 */
export async function waitUntilCalm(page: Page): Promise<void> {
  await page.waitForFunction((calm) => {
    const ends = performance
      .getEntriesByType('resource')
      .map((entry) => (entry as PerformanceResourceTiming).responseEnd);
    return performance.now() - Math.max(...ends) > calm;
  }, CALM_MS);
}

/** Loads the page again and waits for its first painted frame. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.evaluate(() => window.pastiche.ready);
}

/** Takes the connection from a page, and the server from the site. */
export async function cutOff(page: Page, site: OwnSite): Promise<void> {
  await site.stop();
  await page.context().setOffline(true);
}
