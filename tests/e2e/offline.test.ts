import {readdir, readFile} from 'node:fs/promises';
import type {Page} from 'playwright';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {waitForFrames} from './graphics-spy.ts';
import {type OwnSite, serveOwnSite} from './own-site.ts';
import {pictureFile} from './picture-file.ts';
import {cutOff, keptPaths, reload, visit, waitUntilKept} from './service-worker-visit.ts';
import {useSite} from './use-site.ts';

const open = useSite();
let site: OwnSite;

beforeEach(async () => {
  site = await serveOwnSite();
});

afterEach(async () => {
  await site.stop();
});

it('starts, paints, saves a picture, records and exports where there is no connection', async () => {
  const page = await visit(open, site);
  await waitUntilKept(page);
  await cutOff(page, site);

  await reload(page);

  await waitForFrames(page, 3);
  const [picture, clip, paintedPicture, paintedFilm] = await page.evaluate(async () => {
    const still = await window.pastiche.snapshot();
    await window.pastiche.startRecording();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const film = await window.pastiche.stopRecording();
    const exports = [
      await window.pastiche.paintPicture(still),
      await window.pastiche.paintFilm(film),
    ];
    return [still, film, ...exports].map(({type, size}) => ({type, size}));
  });
  expect(picture?.type).toBe('image/png');
  expect(clip?.type).toMatch(/^video\/(mp4|webm)$/);
  expect(clip?.size).toBeGreaterThan(1000);
  expect(paintedPicture?.type).toBe('image/png');
  expect(paintedFilm?.type).toMatch(/^video\/(mp4|webm)$/);
  expect(paintedFilm?.size).toBeGreaterThan(1000);
  await page.keyboard.press('Escape');
  await page.getByRole('button', {name: 'Start camera'}).click();
  await page.getByRole('button', {name: /^Source: .*camera\.y4m$/}).waitFor();
  expect(await page.getByRole('alert').innerText()).toBe('');
});

it('asks for nothing before the picture is live, and for no file twice', async () => {
  const page = await visit(open, site);
  expect(site.asked).not.toContain('sw.js');

  await waitUntilKept(page);

  expect(site.asked).toContain('sw.js');
  const assets = site.asked.filter((path) => path.startsWith('assets/'));
  expect(assets.filter((path, index) => assets.indexOf(path) !== index)).toEqual([]);
});

it('fetches anew what the browser has thrown away', async () => {
  const page = await visit(open, site);
  await waitUntilKept(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const keys = await cache.keys();
      for (const [index, key] of keys.entries()) if (index % 2 === 0) await cache.delete(key);
    }
  });

  await reload(page);
  await waitForFrames(page, 3);
  await waitUntilKept(page);
  await expect.poll(() => keptPaths(page), {timeout: 30_000}).toContain('');

  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await reload(page);
  await waitForFrames(page, 3);
  expect(await page.getByRole('alert').innerText()).toBe('');
});

it('goes on without files that cannot be kept, and keeps them later', async () => {
  // One without which it would not start everywhere, and one that is wanted soon.
  const missing = [await builtPath(/^midi-/), await builtPath(/^selfie-.*bin$/)];
  for (const path of missing) await site.change(path, null);
  const page = await visit(open, site);
  await waitUntilKept(page);
  const kept = await keptPaths(page);
  expect(missing.filter((path) => kept.includes(path))).toEqual([]);
  await reload(page);
  await waitForFrames(page, 3);

  for (const path of missing) await site.change(path, await readFile(`dist/${path}`));
  await page.evaluate(() => dispatchEvent(new Event('online')));

  await expect
    .poll(() => keptPaths(page), {timeout: 30_000})
    .toEqual(expect.arrayContaining(missing));
});

it('plays kept films as servers let it: in parts', async () => {
  const page = await visit(open, site);
  await waitUntilKept(page);
  const film = await builtPath(/\.webm$/);
  await cutOff(page, site);

  const part = await page.evaluate(async (url) => {
    const response = await fetch(url, {headers: {Range: 'bytes=10-19'}});
    const {status, headers} = response;
    return [status, headers.get('Content-Range'), (await response.arrayBuffer()).byteLength];
  }, film);
  expect(part).toEqual([206, expect.stringMatching(/^bytes 10-19\/\d{6}$/), 10]);
  const seen = await page.evaluate(async (url) => {
    const video = Object.assign(document.createElement('video'), {muted: true, src: url});
    await new Promise((resolve) => (video.onloadeddata = resolve));
    video.currentTime = video.duration - 1;
    await new Promise((resolve) => (video.onseeked = resolve));
    return video.currentTime / video.duration;
  }, film);
  expect(seen).toBeGreaterThan(0.5);
});

it('keeps all when asked, and shows how far it is', async () => {
  const page = await visit(open, site);
  await waitUntilKept(page);
  await page.getByRole('button', {name: 'Settings'}).click();
  const sheet = page.getByRole('dialog', {name: 'Settings'});

  await sheet.getByRole('button', {name: 'Keep all'}).click();
  await sheet.getByRole('progressbar', {name: /^Without a connection/}).waitFor();
  await sheet.getByText(/^All is kept/).waitFor();

  const kept = new Set(await keptPaths(page));
  const assets = (await readdir('dist/assets')).map((name) => `assets/${name}`);
  expect(assets.filter((path) => !kept.has(path))).toEqual([]);
  await cutOff(page, site);
  await reload(page);
  await page.getByRole('button', {name: 'Settings'}).click();
  await sheet.getByText(/^All is kept/).waitFor();
});

it('says so where the line breaks while all is kept, and goes on later', async () => {
  const page = await visit(open, site);
  await waitUntilKept(page);
  await page.getByRole('button', {name: 'Settings'}).click();
  const sheet = page.getByRole('dialog', {name: 'Settings'});
  await cutOff(page, site);

  await sheet.getByRole('button', {name: 'Keep all'}).click();
  await sheet.getByText(/The connection broke off/).waitFor();

  await site.start();
  await page.context().setOffline(false);
  await sheet.getByText(/^All is kept/).waitFor();
});

it('makes a style of a picture that is shared with it, and paints over such a film', async () => {
  const page = await visit(open, site);
  await waitUntilKept(page);

  await share(page, pictureFile('Holiday.png'));
  await page.getByRole('radio', {name: /Holiday/, checked: true}).waitFor();
  expect(await page.evaluate(() => window.pastiche.styles().at(-1))).toMatchObject({
    title: 'Holiday',
    own: true,
  });
  expect(new URL(page.url()).pathname).toBe(new URL(site.url).pathname);

  const film = await readFile(`dist/${await builtPath(/\.webm$/)}`);
  await share(page, {name: 'Party.webm', mimeType: 'video/webm', buffer: film});
  await page.getByRole('button', {name: 'Source: Party'}).waitFor();
  // What was taken is kept no longer.
  expect(await page.evaluate(() => caches.keys())).toEqual([`pastiche ${site.url}`]);
});

/** Posts a file as the system does for an installed app: from nowhere in the site. */
async function share(
  page: Page,
  file: {name: string; mimeType: string; buffer: Buffer},
): Promise<void> {
  const form = new URL('/form', site.url).href;
  await page.route(form, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form action="${site.url}share" method="post" enctype="multipart/form-data">
        <input type="file" name="files"></form>`,
    }),
  );
  await page.goto(form);
  await page.locator('input').setInputFiles([file]);
  await page.locator('form').evaluate((it: HTMLFormElement) => {
    it.submit();
  });
  await page.waitForURL(`${site.url}**`);
  await page.evaluate(() => window.pastiche.ready);
}

/** The path of a built file, by its name. */
async function builtPath(name: RegExp): Promise<string> {
  return `assets/${(await readdir('dist/assets')).find((built) => name.test(built))}`;
}
