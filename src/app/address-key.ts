import type {Message} from '../words/message.ts';

/** What an address says of one thing: a value, and what of it could not be understood. */
export type AddressReading<Value> = {value?: Value | undefined; problems?: Message[]};

/** How something stands in the address of the page. */
export type AddressKey<Value, Catalogue = unknown> = {
  /** The parameter's name: `alpha` in `?alpha=0.5`. */
  key: string;
  /** What a text means; a value that makes no sense is left out and told. */
  read(text: string, catalogue: Catalogue): AddressReading<Value>;
  /** The text of a value; undefined for what an address without the parameter means. */
  write(value: Value): string | undefined;
};
