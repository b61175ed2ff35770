import type {DBSchema, IDBPDatabase} from 'idb';
import type {KeptFit} from '../../network/fitting/fitter.ts';
import type {StyleCode} from '../../network/style-code.ts';
import {TooLateError, within} from '../../within.ts';
import {isOwnStyle, type OwnStyle} from './own-style.ts';

/** A storage that does not answer for so long is taken not to be there, in milliseconds. */
const OPEN_MS = 4000;
const USE_MS = 8000;

/** Of what a network knows of a style, what is computed from its picture. */
export type KeptCode = Pick<StyleCode, 'statistics' | 'palette'>;

/** What is kept on this machine: own styles, and codes so that no style is analysed twice. */
export type StyleShelf = {
  /** True if it lasts beyond this visit. */
  readonly lasts: boolean;
  /** Those that can be used, the oldest first, and how many cannot. */
  ownStyles(): Promise<{styles: OwnStyle[]; damaged: number}>;
  /** @throws DOMException, `QuotaExceededError` when the storage is full */
  keepStyle(style: OwnStyle): Promise<void>;
  /** Takes a style away, and what was learnt of it. */
  removeStyle(id: string): Promise<void>;
  /** @param key of network, side and picture. What it gives has been in a storage: check it. */
  code(key: string): Promise<KeptCode | undefined>;
  keepCode(key: string, code: KeptCode): Promise<void>;
  /** @param key see `fitKey`. What it gives has been in a storage: check it. */
  fit(key: string): Promise<KeptFit | undefined>;
  /** @throws DOMException, `QuotaExceededError` when the storage is full */
  keepFit(key: string, fit: KeptFit): Promise<void>;
  removeFit(key: string): Promise<void>;
  /** All that was learnt of a style, with its keys. What it gives has been in a storage: check it. */
  fitsOf(style: string): Promise<[key: string, fit: KeptFit][]>;
  /** Closes the storage; may be called twice. */
  close(): void;
};

interface ShelfSchema extends DBSchema {
  styles: {key: string; value: OwnStyle};
  codes: {key: string; value: KeptCode};
  fits: {key: string; value: KeptFit};
}

/** Of a style, a network by the checksum of its weights, and the side that the style is seen at. */
export function fitKey(style: string, network: string, side: number): string {
  return `${fitKeysOf(style)}${network}/${side}`;
}

/** What the keys of a style's fits begin with. */
function fitKeysOf(style: string): string {
  return `${style}/`;
}

function fitRangeOf(style: string): IDBKeyRange {
  const beginning = fitKeysOf(style);
  return IDBKeyRange.bound(beginning, `${beginning}\uffff`);
}

type Database = IDBPDatabase<ShelfSchema>;

/**
 * Opens the shelf in the browser's IndexedDB. Whatever is asked of it later ends, too, if only with a
 * `TooLateError`.
 *
 * @throws DOMException where the browser denies storage, TooLateError where it does not answer, and what
 *   `import()` throws
 */
export async function openShelf(name = 'pastiche', openMs = OPEN_MS): Promise<StyleShelf> {
  let database = await connect(name, openMs);

  /** Browsers end connections, Safari those of a page that was away for a while: then once more. */
  async function use<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    try {
      return await within(USE_MS, work(database));
    } catch (error) {
      if (!isDisconnected(error)) throw error;
      database = await connect(name, openMs);
      return within(USE_MS, work(database));
    }
  }

  return {
    lasts: true,
    async ownStyles() {
      const kept: unknown[] = await use((it) => it.getAll('styles'));
      const styles = kept.filter(isOwnStyle).sort((a, b) => a.added - b.added);
      return {styles, damaged: kept.length - styles.length};
    },
    async keepStyle(style) {
      await use((it) => it.put('styles', style));
    },
    removeStyle: (id) =>
      use(async (it) => {
        const removing = it.transaction(['styles', 'fits'], 'readwrite');
        await Promise.all([
          removing.objectStore('styles').delete(id),
          removing.objectStore('fits').delete(fitRangeOf(id)),
          removing.done,
        ]);
      }),
    code: (key) => use((it) => it.get('codes', key)),
    async keepCode(key, value) {
      await use((it) => it.put('codes', value, key));
    },
    fit: (key) => use((it) => it.get('fits', key)),
    async keepFit(key, value) {
      await use((it) => it.put('fits', value, key));
    },
    removeFit: (key) => use((it) => it.delete('fits', key)),
    async fitsOf(style) {
      const range = fitRangeOf(style);
      const [keys, fits] = await use((it) =>
        Promise.all([it.getAllKeys('fits', range), it.getAll('fits', range)]),
      );
      return fits.map((fit, index) => [keys[index] ?? '', fit]);
    },
    close() {
      database.close();
    },
  };
}

/** A shelf that forgets everything when the page is left, for where storage is denied. */
export function createForgetfulShelf(): StyleShelf {
  const styles = new Map<string, OwnStyle>();
  const codes = new Map<string, KeptCode>();
  const fits = new Map<string, KeptFit>();
  return {
    lasts: false,
    ownStyles: () => Promise.resolve({styles: [...styles.values()], damaged: 0}),
    keepStyle: (style) => Promise.resolve(void styles.set(style.id, style)),
    removeStyle(id) {
      styles.delete(id);
      for (const key of fits.keys()) if (key.startsWith(fitKeysOf(id))) fits.delete(key);
      return Promise.resolve();
    },
    code: (key) => Promise.resolve(codes.get(key)),
    keepCode: (key, value) => Promise.resolve(void codes.set(key, value)),
    fit: (key) => Promise.resolve(fits.get(key)),
    keepFit: (key, fit) => Promise.resolve(void fits.set(key, fit)),
    removeFit: (key) => Promise.resolve(void fits.delete(key)),
    fitsOf(style) {
      return Promise.resolve([...fits].filter(([key]) => key.startsWith(fitKeysOf(style))));
    },
    close() {},
  };
}

async function connect(name: string, openMs: number): Promise<Database> {
  // The page is there without, and comes sooner.
  const {openDB} = await within(openMs, import('idb'));
  const opening = openDB<ShelfSchema>(name, 3, {
    upgrade(upgraded, before) {
      if (before < 1) upgraded.createObjectStore('styles', {keyPath: 'id'});
      // Statistics of styles seen at one side, without their palettes: those are computed anew.
      if (before === 1) (upgraded as unknown as IDBPDatabase).deleteObjectStore('statistics');
      if (before < 2) upgraded.createObjectStore('codes');
      upgraded.createObjectStore('fits');
    },
    // Another tab wants a newer format: step aside rather than block it.
    blocking: () => {
      database?.close();
    },
  });
  let database: Database | undefined;
  try {
    database = await within(openMs, opening);
    return database;
  } catch (error) {
    // One that answers after all would stand in the way of others.
    if (error instanceof TooLateError) {
      void opening.then(
        (late) => {
          late.close();
        },
        () => {},
      );
    }
    throw error;
  }
}

/** WebKit calls a connection that it has lost an unknown error. */
function isDisconnected(error: unknown): boolean {
  const names = ['InvalidStateError', 'UnknownError'];
  return error instanceof DOMException && names.includes(error.name);
}
