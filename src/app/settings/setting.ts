import type {Message, PlainKey} from '../../words/message.ts';
import type {AddressKey} from '../address-key.ts';
import type {Catalogue} from '../catalogue.ts';
import type {NetworkEntry} from '../networks/network-catalogue.ts';
import type {Reactions} from './reactions.ts';

/** A choice of a row: what it means, what it says, and whether it cannot be taken now. */
export type Option<Value> = {value: Value; label: Message; disabled?: boolean};

/** What rows tell beside their settings. */
export type RowState = {
  /** The networks offered. */
  networks: readonly NetworkEntry[];
  /** The one that paints, by name. */
  painting: string;
  /** True while another one is brought. */
  changing: boolean;
};

/** How a setting is shown. */
export type RowTemplate<Value> = {
  label: PlainKey;
  hint: PlainKey | ((state: RowState) => Message);
} & (
  | {kind: 'switch'}
  | {kind: 'choice'; options(state: RowState, value: Value): readonly Option<Value>[]}
);

/** One thing that is remembered from one visit to the next. */
export type Setting<Value> = {
  /** What holds on a first visit. */
  first: Value;
  /** Whether what was kept can be; storage may hold anything. */
  fits(value: unknown, catalogue: Catalogue): boolean;
  /** How it stands in the address, which counts for one visit; most do not. */
  address?: AddressKey<Value, Catalogue>;
  /** Its row in the settings; what is set elsewhere has none. */
  row?: RowTemplate<Value>;
  /** What a change sets off, beside being kept. */
  react?(reactions: Reactions, value: Value): void;
};
