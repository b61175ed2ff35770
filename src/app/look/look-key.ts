import type {Message} from '../../words/message.ts';
import type {AddressKey} from '../address-key.ts';
import type {Catalogue} from '../catalogue.ts';

/** A key that stands in the address. */
export type InAddress<Value> = Required<LookKey<Value>>;

/** One thing a person can set about the painting. */
export type LookKey<Value> = {
  /** What holds on a first visit. */
  first(catalogue: Catalogue): Value;
  /** What is wrong with a value, which a program may have made up; undefined where nothing is. */
  check(value: unknown): Message | undefined;
  /** Left out where an address has no room for it. */
  address?: AddressKey<Value>;
};
