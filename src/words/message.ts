import type {en} from './en.ts';
import type {enLater} from './en-later.ts';

type English = typeof en & typeof enLater;

/** The name of a sentence. */
export type WordKey = keyof English;

/** A language: a sentence for every key, with the same values in braces as the English one. */
export type Words = Readonly<Record<WordKey, string>>;

/** What is said with its unit: a size, a span of time in milliseconds. */
export type Amount = {bytes: number} | {ms: number};

/** What stands for a value in a sentence; a message is a sentence within. */
export type Value = string | number | Amount | Message;

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** The names of the values that a sentence wants; `never` where it wants none. */
export type NamesOf<Key extends WordKey> = Names<English[Key]>;

/** The keys of the sentences without values. */
export type PlainKey = {
  [Key in WordKey]: [NamesOf<Key>] extends [never] ? Key : never;
}[WordKey];

/**
 * A sentence that is still to be said: its key, and the values it wants. Plain data, so that errors,
 * notices and the store can hold it whatever the language.
 */
export type Message = {key: PlainKey} | MessageOf<Exclude<WordKey, PlainKey>>;

type MessageOf<Key extends WordKey> = Key extends WordKey ? MessageWithValues<Key> : never;

interface MessageWithValues<Key extends WordKey> {
  key: Key;
  values: Readonly<Record<NamesOf<Key>, Value>>;
}
