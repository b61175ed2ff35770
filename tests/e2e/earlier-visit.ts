import {type BrowserContext, chromium} from 'playwright';
import {provisionBrowser} from '../browser/provision-browser.ts';
import {serveStyles} from './serve-styles.ts';
import {serveToyNetwork} from './toy-network.ts';

/** What a browser has kept of a site. */
export type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** How long a first visit may take, in milliseconds: software rendering is slow. */
const PATIENCE_MS = 120_000;

/**
 * Visits the site as it is with the toy network, and gives what the page has found out of the machine
 * and of its first style. Tests start from there, as most visits do, and that is much faster.
 */
export async function earlierVisit(url: string): Promise<Kept> {
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
    await page.waitForFunction(styleIsKept);
    return await context.storageState({indexedDB: true});
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function styleIsKept(): Promise<boolean> {
  const opening = indexedDB.open('pastiche');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => {
      resolve(opening.result);
    };
    opening.onerror = reject;
  });
  const count = database.transaction('statistics').objectStore('statistics').count();
  await new Promise((resolve) => (count.onsuccess = resolve));
  database.close();
  return count.result > 0;
}
