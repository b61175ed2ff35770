import type {NetworkFiles} from '../../network/load-network.ts';
import type {Catalogue} from '../catalogue.ts';

const KEY = 'pastiche.networks';

/** The names of networks that were brought to this browser: they are wanted before a database answers. */
export function keptNames(storage: () => Storage): string[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
  } catch {
    // No storage, or something else wrote there.
    return [];
  }
}

/** Remembers the name of a network for the next visit, where the browser allows it. */
export function keepName(storage: () => Storage, name: string): void {
  try {
    storage().setItem(KEY, JSON.stringify([...new Set([...keptNames(storage), name])]));
  } catch {
    // It lasts for this visit.
  }
}

/** A catalogue with the networks that were brought to this browser. */
export function withKeptNetworks(catalogue: Catalogue, storage: () => Storage): Catalogue {
  const names = keptNames(storage);
  const kept = names.map((name): [string, NetworkFiles] => [name, keptFiles(name)]);
  return {
    ...catalogue,
    networks: catalogue.networks.map((entry) =>
      names.includes(entry.name) ? {...entry, complete: true} : entry,
    ),
    networkFiles: new Map([...catalogue.networkFiles, ...kept]),
  };
}

/** A network on the shelf. */
export function keptFiles(name: string): NetworkFiles {
  return {stored: async () => (await import('./network-shelf.ts')).readKeptNetwork(name)};
}
