import {type BrowserContext, chromium} from 'playwright';
import {provisionBrowser} from '../browser/provision-browser.ts';
import {pictureFile} from './picture-file.ts';
import {serveStyles} from './serve-styles.ts';
import {serveToyNetwork} from './toy-network.ts';

/** What a browser has kept of a site. */
export type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** How long a first visit may take, in milliseconds: software rendering is slow. */
const PATIENCE_MS = 120_000;

/**
 * Visits the site as it is with the toy network, and gives what the page has found out of the machine,
 * of its first style, and of the picture that is an own style in many tests. They start from there, as
 * most visits do, and that is much faster.
 */
export async function earlierVisit(url: string): Promise<Kept> {
  const {mimeType, buffer} = pictureFile('stripes.png');
  const browser = await chromium.launch({executablePath: provisionBrowser()});
  try {
    const context = await browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await serveToyNetwork(page);
    await serveStyles(page, 1);
    await page.goto(`${url}?size=48&model=swift`);
    await page.evaluate(() => window.pastiche.ready);
    // Both are kept beside the painting.
    await page.waitForFunction(() => localStorage.getItem('pastiche.gpus') !== null);
    await page.evaluate(
      ({type, base64}) =>
        window.pastiche.addStyle(
          new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], {type}),
        ),
      {type: mimeType, base64: buffer.toString('base64')},
    );
    await page.waitForFunction(keepsStatistics, 2);
    return await context.storageState({indexedDB: true});
  } finally {
    await browser.close();
  }
}

/**
 * Runs in the page: true when so many styles have been analysed and what was found is kept. The own
 * styles themselves go.
 */
async function keepsStatistics(wanted: number): Promise<boolean> {
  const opening = indexedDB.open('pastiche');
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const database = opening.result;
  const transaction = database.transaction(['styles', 'statistics'], 'readwrite');
  transaction.objectStore('styles').clear();
  const count = transaction.objectStore('statistics').count();
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
  return count.result >= wanted;
}
