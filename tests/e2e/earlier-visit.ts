import {chromium, type Page} from 'playwright';
import {provisionBrowser} from '../browser/provision-browser.ts';
import {pictureFile} from './picture-file.ts';
import {serveStyles} from './serve-styles.ts';
import {serveToyNetwork} from './toy-network.ts';

/** What a browser has kept of a site. */
export type Kept = {
  localStorage: Record<string, string>;
  /** The codes of styles by their keys, as JSON; lists of floats are `{floats: [...]}`. */
  codes: string;
};

/** How long a first visit may take, in milliseconds: software rendering is slow. */
const PATIENCE_MS = 120_000;

/**
 * What a person had set: what is seen is what the network paints, pixel by pixel, and at once; no style is learnt
 * unless that is asked for, which a page that paints with a toy would be fast enough for.
 */
const SETTINGS = {enlarge: false, crossFade: false, learning: 'never'};

/** Fine strokes take the least to analyse, and codes are known for these. */
export const TOY_STROKE = '&stroke=fine';

/** Styles that tests name; they pick the first one of the gallery, too, and the next of each. */
const NAMED = ['neon', 'batik'];

/**
 * Visits the site as it is with the toy network, and gives what the page has found out of the machine, of
 * the styles that tests pick, and of the picture that is an own style in many. They start from there, as
 * most visits do, and that is much faster.
 */
export async function earlierVisit(url: string): Promise<Kept> {
  const {mimeType, buffer} = pictureFile('stripes.png');
  const browser = await chromium.launch({executablePath: provisionBrowser()});
  try {
    const context = await browser.newContext({serviceWorkers: 'block'});
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await serveToyNetwork(page);
    await serveStyles(page, Infinity);
    await page.goto(`${url}?size=48&model=swift${TOY_STROKE}`);
    await page.evaluate(() => window.pastiche.ready);
    const count = await page.evaluate(paintWithEach, NAMED);
    // All is kept beside the painting.
    await page.waitForFunction(() => localStorage.getItem('pastiche.gpus') !== null);
    await page.evaluate(
      ({type, base64}) =>
        window.pastiche.addStyle(
          new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], {type}),
        ),
      {type: mimeType, base64: buffer.toString('base64')},
    );
    const codes = await page.evaluate(keptCodes, count + 1);
    const items = await page.evaluate(() => ({...localStorage}));
    const settings = {'pastiche.settings': JSON.stringify(SETTINGS)};
    return {localStorage: {...withFewTargets(items), ...settings}, codes};
  } finally {
    await browser.close();
  }
}

/**
 * What is kept, as if four targets suited the GPU best: programs of eight do twice as much, and one that
 * is played by a CPU takes twice as long to compile them, in each page anew.
 */
function withFewTargets(items: Record<string, string>): Record<string, string> {
  const text = items['pastiche.gpus'] ?? '';
  const few = text.replaceAll('"targets":8', '"targets":4');
  if (!few.includes('"targets":4')) throw new Error(`Expected a tuning in ${text}.`);
  return {...items, 'pastiche.gpus': few};
}

/**
 * Lets a page find what an earlier visit has left. Playwright's own way (`storageState`) opens a page to
 * put it there, and a process to run that page.
 */
export async function beenThere(page: Page, kept: Kept): Promise<void> {
  await page.addInitScript(putBack, kept);
}

/** Runs in the page: paints with the styles that tests pick; gives how many they are. */
async function paintWithEach(named: string[]): Promise<number> {
  const api = window.pastiche;
  const ids = api.styles().map(({id}) => id);
  const picked = [ids[0]!, ...named, ...api.look().styles.map(({id}) => id)];
  const next = picked.map((id) => ids[(ids.indexOf(id) + 1) % ids.length]!);
  const wanted = new Set([...picked, ...next]);
  for (const id of wanted) await api.setLook({styles: [{id, weight: 1}]});
  return wanted.size;
}

/** Runs in the page: the codes of styles, when so many are kept. */
async function keptCodes(wanted: number): Promise<string> {
  const opening = indexedDB.open('pastiche');
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const database = opening.result;
  let records: [IDBValidKey, unknown][] = [];
  while (records.length < wanted) {
    const transaction = database.transaction('codes');
    const store = transaction.objectStore('codes');
    const [keys, values] = [store.getAllKeys(), store.getAll()];
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    records = keys.result.map((key, index) => [key, values.result[index]]);
  }
  database.close();
  return JSON.stringify(records, (_, value: unknown) =>
    value instanceof Float32Array ? {floats: [...value]} : value,
  );
}

/**
 * Runs in the page before its scripts. They ask for the database after this does, and so get it when all
 * is there.
 */
function putBack({localStorage: items, codes}: Kept) {
  if (window !== top) return;
  for (const [key, item] of Object.entries(items)) {
    if (localStorage.getItem(key) === null) localStorage.setItem(key, item);
  }
  const records = JSON.parse(codes, (_, value: {floats?: number[]} | null) =>
    value?.floats ? new Float32Array(value.floats) : value,
  ) as [string, unknown][];
  // A test may break the storage for the page, which is not to break this.
  const {put} = IDBObjectStore.prototype;
  const opening = indexedDB.open('pastiche', 2);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('styles', {keyPath: 'id'});
    const store = opening.result.createObjectStore('codes');
    for (const [key, value] of records) put.call(store, value, key);
  };
  opening.onsuccess = () => {
    opening.result.close();
  };
}
