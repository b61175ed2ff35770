import type {Message} from '../../words/message.ts';
import type {InAddress} from './look-key.ts';

/** What a key of a few values by name is made of. */
export type ChoiceKeyOptions<Value extends string> = {
  /** Its name in the address. */
  key: string;
  values: readonly Value[];
  /** What holds on a first visit; an address leaves it out. */
  usual: Value;
  /** What is said of a value that is none, and of such a text in the address. */
  told: {value(value: string): Message; text(text: string): Message};
};

/** A key of the look that has one of a few values by name. */
export function choiceKey<Value extends string>(
  options: ChoiceKeyOptions<Value>,
): InAddress<Value> {
  const {key, values, usual, told} = options;
  const isValue = (value: unknown): value is Value =>
    (values as readonly unknown[]).includes(value);
  return {
    first: () => usual,
    check: (value) => (isValue(value) ? undefined : told.value(String(value))),
    address: {
      key,
      read: (text) => (isValue(text) ? {value: text} : {problems: [told.text(text)]}),
      write: (value) => (value === usual ? undefined : value),
    },
  };
}
