import type {NetworkEntry} from './network-catalogue.ts';

/** The networks there are. */
export type NetworksState = {
  /** The networks offered. */
  entries: readonly NetworkEntry[];
  /** True while another network is brought, or networks are measured. */
  changing: boolean;
};
