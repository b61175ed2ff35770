import {readFile} from 'node:fs/promises';
import type {Dialog, Page} from 'playwright';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {type OwnSite, serveOwnSite} from './own-site.ts';
import {keptPaths, visit, waitUntilCalm, waitUntilKept} from './service-worker-visit.ts';
import {useSite} from './use-site.ts';

const open = useSite();
let site: OwnSite;

beforeEach(async () => {
  site = await serveOwnSite();
});

afterEach(async () => {
  await site.stop();
});

const offer = (page: Page) => page.getByText('A new version of Pastiche is ready.');
const button = (page: Page) => page.getByRole('button', {name: 'Update now'});

/** Puts a newer version of the site there, and lets the page look for one. */
async function renew(page: Page): Promise<void> {
  await waitUntilCalm(page);
  const html = await readFile('dist/index.html', 'utf8');
  await site.change('', html.replace('<title>Pastiche<', '<title>Pastiche, newer<'));
  await page.evaluate(() => dispatchEvent(new Event('online')));
}

/** Waits until the page is of the newer version, and paints. */
async function waitForNewer(page: Page): Promise<void> {
  await page.waitForFunction(() => document.title === 'Pastiche, newer' && 'pastiche' in window);
  await page.evaluate(() => window.pastiche.ready);
}

/** Waits until a newer version is there to be taken. */
async function waitForWaiting(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting !== null;
  });
}

it('takes a new version when the person says so, and not before', async () => {
  const page = await visit(open, site);
  await waitUntilKept(page);
  await page.evaluate(() => Object.assign(window, {same: true}));

  await renew(page);
  await offer(page).waitFor();
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
  expect(await page.title()).toBe('Pastiche');

  await button(page).click();
  await waitForNewer(page);
  expect(await page.evaluate(() => 'same' in window)).toBe(false);
  // The page before is kept until the new version is complete, and the rest is shared.
  await expect
    .poll(async () => (await keptPaths(page)).filter((path) => path === ''), {timeout: 30_000})
    .toHaveLength(1);
  expect(await offer(page).count()).toBe(0);
});

it('waits with the offer while something is recorded', async () => {
  const page = await visit(open, site);
  await waitUntilKept(page);
  await page.evaluate(() => window.pastiche.startRecording());

  await renew(page);
  await waitForWaiting(page);
  expect(await offer(page).count()).toBe(0);
  await page.evaluate(() => window.pastiche.stopRecording());

  await offer(page).waitFor();
  await page.evaluate(() => window.pastiche.startRecording());
  await offer(page).waitFor({state: 'detached'});
});

it('lets the browser ask before a clip is lost, and can be told once more', async () => {
  const page = await visit(open, site);
  await waitUntilKept(page);
  await page.getByRole('button', {name: 'Take a snapshot'}).click();
  await page.getByRole('button', {name: 'Your clips, 1'}).waitFor();
  // Here it is what is wanted.
  page.removeAllListeners('dialog');
  const asked: string[] = [];
  const stay = (dialog: Dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  };
  page.on('dialog', stay);

  await renew(page);
  await button(page).click();
  await expect.poll(() => asked, {timeout: 30_000}).toEqual(['beforeunload']);
  await page.getByRole('button', {name: 'Your clips, 1'}).waitFor();
  expect(await page.title()).toBe('Pastiche');

  page.off('dialog', stay);
  page.on('dialog', (dialog) => void dialog.accept());
  await button(page).click();
  await waitForNewer(page);
});

it('offers it in the other tabs, too, and leaves them as they are', async () => {
  const page = await visit(open, site);
  await waitUntilKept(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.evaluate(() => window.pastiche.ready);
  await renew(page);
  await offer(other).waitFor();
  await button(page).click();
  await waitForNewer(page);

  await offer(other).waitFor();
  expect(await other.title()).toBe('Pastiche');
  // What it may still want of the version before is there.
  expect((await keptPaths(other)).filter((path) => path === '')).toHaveLength(2);
  await button(other).click();
  await waitForNewer(other);
});
