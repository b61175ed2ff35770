import {readFile} from 'node:fs/promises';
import type {Page} from 'playwright';

/** Brings a blob URL's file out of the page; the policy lets no `fetch` near it. */
export async function fetchClip(page: Page, url: string): Promise<Blob> {
  const download = page.waitForEvent('download');
  await page.evaluate((href) => {
    Object.assign(document.createElement('a'), {href, download: 'clip'}).click();
  }, url);
  return new Blob([await readFile(await (await download).path())]);
}
