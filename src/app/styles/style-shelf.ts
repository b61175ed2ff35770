import type {DBSchema, IDBPDatabase} from 'idb';
import type {StyleStatistics} from '../../network/style-statistics.ts';
import {TooLateError, within} from '../../within.ts';
import {isOwnStyle, type OwnStyle} from './own-style.ts';

/** A storage that does not answer for so long is taken not to be there, in milliseconds. */
const OPEN_MS = 4000;
const USE_MS = 8000;

/** What is kept on this machine: own styles, and statistics so that no style is analysed twice. */
export type StyleShelf = {
  /** True if it lasts beyond this visit. */
  readonly lasts: boolean;
  /** Those that can be used, the oldest first, and how many cannot. */
  ownStyles(): Promise<{styles: OwnStyle[]; damaged: number}>;
  /** @throws DOMException, `QuotaExceededError` when the storage is full */
  keepStyle(style: OwnStyle): Promise<void>;
  removeStyle(id: string): Promise<void>;
  /** @param key of network and picture. What it gives has been in a storage: check it. */
  statistics(key: string): Promise<StyleStatistics | undefined>;
  keepStatistics(key: string, statistics: StyleStatistics): Promise<void>;
  /** Closes the storage; may be called twice. */
  close(): void;
};

interface ShelfSchema extends DBSchema {
  styles: {key: string; value: OwnStyle};
  statistics: {key: string; value: StyleStatistics};
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
    removeStyle: (id) => use((it) => it.delete('styles', id)),
    statistics: (key) => use((it) => it.get('statistics', key)),
    async keepStatistics(key, value) {
      await use((it) => it.put('statistics', value, key));
    },
    close() {
      database.close();
    },
  };
}

/** A shelf that forgets everything when the page is left, for where storage is denied. */
export function createForgetfulShelf(): StyleShelf {
  const styles = new Map<string, OwnStyle>();
  const statistics = new Map<string, StyleStatistics>();
  return {
    lasts: false,
    ownStyles: () => Promise.resolve({styles: [...styles.values()], damaged: 0}),
    keepStyle: (style) => Promise.resolve(void styles.set(style.id, style)),
    removeStyle: (id) => Promise.resolve(void styles.delete(id)),
    statistics: (key) => Promise.resolve(statistics.get(key)),
    keepStatistics: (key, value) => Promise.resolve(void statistics.set(key, value)),
    close() {},
  };
}

async function connect(name: string, openMs: number): Promise<Database> {
  // The page is there without, and comes sooner.
  const {openDB} = await within(openMs, import('idb'));
  const opening = openDB<ShelfSchema>(name, 1, {
    upgrade(upgraded) {
      upgraded.createObjectStore('styles', {keyPath: 'id'});
      upgraded.createObjectStore('statistics');
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
