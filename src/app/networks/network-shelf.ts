import {openDB} from 'idb';
import type {StoredNetwork} from '../../network/load-network.ts';

const DATABASE = 'pastiche-networks';
const STORE = 'networks';

/** Networks that a person has brought, kept in the browser under their names. */
async function open() {
  return openDB(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore(STORE);
    },
  });
}

/** @throws DOMException where the browser keeps nothing, or has no more room */
export async function keepNetwork(name: string, network: StoredNetwork): Promise<void> {
  const database = await open();
  try {
    await database.put(STORE, network, name);
  } finally {
    database.close();
  }
}

/** @throws Error where the browser has it no more */
export async function readKeptNetwork(name: string): Promise<StoredNetwork> {
  const database = await open();
  try {
    const kept = (await database.get(STORE, name)) as StoredNetwork | undefined;
    if (!kept) throw new Error(`Expected the network ${name}, but the browser has lost it.`);
    return kept;
  } finally {
    database.close();
  }
}
