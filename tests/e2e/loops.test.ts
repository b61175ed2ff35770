import {readFile} from 'node:fs/promises';
import type {Locator, Page} from 'playwright';
import {expect, it} from 'vitest';
import {readClip} from '../capture/read-clip.ts';
import {useSite} from './use-site.ts';

const open = useSite();

it('makes a GIF of the last seconds, which moves among the clips', async () => {
  const page = await open('?size=48');
  const tray = await makeLoop(page, /^GIF$/);

  const picture = tray.getByRole('img', {name: /^Loop pastiche-[\d-]+\.gif$/});
  await picture.waitFor();
  const seen = new Set<string>();
  await expect
    .poll(async () => seen.add((await picture.screenshot()).toString('base64')).size, {
      timeout: 30_000,
    })
    .toBeGreaterThan(2);
  const file = await download(page, tray);
  expect(file.name).toMatch(/\.gif$/);
  expect(file.bytes.subarray(0, 6).toString()).toBe('GIF89a');
  expect([file.bytes.readUInt16LE(6), file.bytes.readUInt16LE(8)]).toEqual([64, 48]);
  expect(file.bytes.includes('NETSCAPE2.0')).toBe(true);
});

it('makes a video of them', async () => {
  const page = await open('?size=48');
  const tray = await makeLoop(page, /^(MP4|WebM)$/);
  await tray.locator('video').waitFor();
  const file = await download(page, tray);
  const clip = await readClip(new Blob([new Uint8Array(file.bytes)]));

  expect(file.name).toMatch(/\.(mp4|webm)$/);
  expect([clip.width, clip.height]).toEqual([64, 48]);
  expect(clip.frames.length).toBeGreaterThan(4);
  expect(clip.frames[0]).toBe(0);
});

/** Makes a loop of two seconds and gives the tray with it. */
async function makeLoop(page: Page, kind: RegExp): Promise<Locator> {
  await page.getByRole('button', {name: 'Clips and exports'}).click();
  await page.getByRole('button', {name: 'Loop', exact: true}).click();
  await page.getByRole('slider', {name: 'Length'}).fill('2');
  await page.getByRole('radio', {name: kind}).check();
  // It holds by itself once there is enough.
  await page.getByRole('button', {name: 'Film on'}).waitFor();
  await page.getByRole('button', {name: 'Make loop'}).click();
  const tray = page.getByRole('dialog', {name: 'Your clips'});
  await tray.getByRole('link', {name: 'Download'}).waitFor();
  return tray;
}

async function download(page: Page, tray: Locator): Promise<{name: string; bytes: Buffer}> {
  const coming = page.waitForEvent('download');
  await tray.getByRole('link', {name: 'Download'}).first().click();
  const file = await coming;
  return {name: file.suggestedFilename(), bytes: await readFile(await file.path())};
}
