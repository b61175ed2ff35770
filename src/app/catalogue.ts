import type {NetworkFiles} from '../network/load-network.ts';
import type {LossNetworkFiles} from './learning/fit-source.ts';
import type {NetworkEntry} from './networks/network-catalogue.ts';
import type {StyleEntry} from './styles/styles-state.ts';

/** What a studio is opened with: the styles and networks that come with it. */
export type Catalogue = {
  /** The gallery, the style of a first visit before the rest. */
  styles: readonly StyleEntry[];
  /** The networks offered, those that want an encoder too. */
  networks: readonly NetworkEntry[];
  /** The files of the networks that can paint, by name; who brings one adds it. */
  networkFiles: Map<string, NetworkFiles>;
  /** What styles are learnt with; without it, none can be. */
  lossNetwork?: LossNetworkFiles | undefined;
};
