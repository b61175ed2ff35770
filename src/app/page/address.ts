import type {Message} from '../../words/message.ts';
import type {AddressKey} from '../address-key.ts';
import type {Catalogue} from '../catalogue.ts';
import {type Look, lookTable} from '../look/look-table.ts';
import {type Settings, settingsTable} from '../settings/settings-table.ts';

/** What the address of the page asks for. */
export type Asked = {
  /** `camera`, `demo`, or the address of a picture or video; undefined where it says nothing. */
  source: string | undefined;
  look: Partial<Look>;
  settings: Partial<Settings>;
  clean: boolean;
  /** So often the look changes by itself, in seconds; undefined where it does not. */
  autopilot: number | undefined;
  /** What could not be understood and was left out. */
  problems: Message[];
};

type Tables = Record<string, {address?: AddressKey<unknown, Catalogue>}>;

/**
 * Reads the query of the page's address: `?source=…&clean=1`, and what the keys of the look and the
 * settings say of themselves. What makes no sense is left out and told.
 */
export function readAddress(query: string, catalogue: Catalogue): Asked {
  const parameters = new URLSearchParams(query);
  const problems: Message[] = [];

  function readTable(table: Tables): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const [name, {address}] of Object.entries(table)) {
      const text = address && parameters.get(address.key);
      if (text === undefined || text === null) continue;
      const reading = address?.read(text, catalogue);
      if (reading?.value !== undefined) values[name] = reading.value;
      problems.push(...(reading?.problems ?? []));
    }
    return values;
  }

  return {
    source: parameters.get('source') ?? undefined,
    look: readTable(lookTable),
    settings: readTable(settingsTable),
    clean: parameters.get('clean') === '1',
    autopilot: secondsOf(parameters.get('autopilot')),
    problems,
  };
}

/** The query with this look and network in it; its other parameters stay as they are. */
export function writeAddress(
  query: string,
  look: Look,
  settings: Partial<Pick<Settings, 'model'>>,
): string {
  const parameters = new URLSearchParams(query);
  writeTable(parameters, lookTable, look);
  writeTable(parameters, {model: settingsTable.model}, settings);
  // Commas and colons are allowed in a query and read better plain.
  return `?${parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}

function writeTable(parameters: URLSearchParams, table: Tables, values: Record<string, unknown>) {
  for (const [name, {address}] of Object.entries(table)) {
    if (!address || !(name in values)) continue;
    const text = address.write(values[name]);
    if (text === undefined) parameters.delete(address.key);
    else parameters.set(address.key, text);
  }
}

/** A second at least: faster is no walk, but a flicker. */
function secondsOf(text: string | null): number | undefined {
  const seconds = Number(text);
  return seconds >= 1 && seconds < Infinity ? seconds : undefined;
}
