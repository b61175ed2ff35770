import {en} from './en.ts';
import {formatBytes} from './format-bytes.ts';
import {formatDuration} from './format-duration.ts';
import type {Message, NamesOf, PlainKey, Value, WordKey, Words} from './message.ts';

/** The language that is spoken: what is said before the first picture, and what was added since. */
const words: Partial<Words> = {...en};

/** Adds the sentences of what comes after the first picture. */
export function addWords(later: Partial<Words>): void {
  Object.assign(words, later);
}

/** A sentence for people: `say('clips.count', {count: 3})`. */
export function say(key: PlainKey): string;
export function say<Key extends WordKey>(
  key: Key,
  values: Readonly<Record<NamesOf<Key>, Value>>,
): string;
export function say(key: WordKey, values?: Readonly<Record<string, Value>>): string {
  return fill(words[key] ?? key, values);
}

/** The sentence of a message. */
export function sentence(message: Message): string {
  return fill(words[message.key] ?? message.key, 'values' in message ? message.values : undefined);
}

function fill(text: string, values: Readonly<Record<string, Value>> = {}): string {
  return text.replace(/\{([a-z]+)\}/gi, (_, name: string) => textOf(values[name]));
}

function textOf(value: Value | undefined): string {
  if (typeof value !== 'object') return String(value);
  if ('bytes' in value) return formatBytes(value.bytes);
  if ('ms' in value) return formatDuration(value.ms);
  return sentence(value);
}
