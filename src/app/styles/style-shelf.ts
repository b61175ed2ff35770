import {type DBSchema, type IDBPDatabase, openDB} from 'idb';
import type {StyleStatistics} from '../../network/style-statistics.ts';

/** A style a person added, as it is kept. */
export type OwnStyle = {id: string; title: string; picture: Blob; added: number};

/** What is kept on this machine: own styles, and statistics so that no style is analysed twice. */
export type StyleShelf = {
  ownStyles(): Promise<OwnStyle[]>;
  /** @throws DOMException, `QuotaExceededError` when the storage is full */
  keepStyle(style: OwnStyle): Promise<void>;
  removeStyle(id: string): Promise<void>;
  /** @param key of network and picture */
  statistics(key: string): Promise<StyleStatistics | undefined>;
  keepStatistics(key: string, statistics: StyleStatistics): Promise<void>;
};

interface ShelfSchema extends DBSchema {
  styles: {key: string; value: OwnStyle};
  statistics: {key: string; value: StyleStatistics};
}

type Database = IDBPDatabase<ShelfSchema>;

/**
 * Opens the shelf in the browser's IndexedDB.
 *
 * @throws DOMException where the browser denies storage
 */
export async function openShelf(name = 'pastiche'): Promise<StyleShelf> {
  let database = await connect(name);

  /** Browsers end connections, Safari those of a page that was away for a while: then once more. */
  async function use<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    try {
      return await work(database);
    } catch (error) {
      if (!isDisconnected(error)) throw error;
      database = await connect(name);
      return work(database);
    }
  }

  return {
    async ownStyles() {
      const styles = await use((it) => it.getAll('styles'));
      return styles.sort((a, b) => a.added - b.added);
    },
    async keepStyle(style) {
      await use((it) => it.put('styles', style));
    },
    removeStyle: (id) => use((it) => it.delete('styles', id)),
    statistics: (key) => use((it) => it.get('statistics', key)),
    async keepStatistics(key, value) {
      await use((it) => it.put('statistics', value, key));
    },
  };
}

/** A shelf that forgets everything when the page is left, for where storage is denied. */
export function createForgetfulShelf(): StyleShelf {
  const styles = new Map<string, OwnStyle>();
  const statistics = new Map<string, StyleStatistics>();
  return {
    ownStyles: () => Promise.resolve([...styles.values()]),
    keepStyle: (style) => Promise.resolve(void styles.set(style.id, style)),
    removeStyle: (id) => Promise.resolve(void styles.delete(id)),
    statistics: (key) => Promise.resolve(statistics.get(key)),
    keepStatistics: (key, value) => Promise.resolve(void statistics.set(key, value)),
  };
}

async function connect(name: string): Promise<Database> {
  const database = await openDB<ShelfSchema>(name, 1, {
    upgrade(upgraded) {
      upgraded.createObjectStore('styles', {keyPath: 'id'});
      upgraded.createObjectStore('statistics');
    },
    // Another tab wants a newer format: step aside rather than block it.
    blocking: () => {
      database.close();
    },
  });
  return database;
}

/** WebKit calls a connection that it has lost an unknown error. */
function isDisconnected(error: unknown): boolean {
  const names = ['InvalidStateError', 'UnknownError'];
  return error instanceof DOMException && names.includes(error.name);
}
