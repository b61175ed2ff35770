import type {Engine} from '../../live/engine.ts';
import {type LoadedNetwork, loadNetwork} from '../../network/load-network.ts';
import type {Catalogue} from '../catalogue.ts';
import {AppError} from '../notices/app-error.ts';
import {StyleAnalyst} from '../styles/style-analyst.ts';
import type {StyleShelf} from '../styles/style-shelf.ts';
import {type BrushesAt, openBrushes} from './open-brushes.ts';

/** A network in the engine, and what it knows of styles. */
export type KnownNetwork = {name: string; analyst: StyleAnalyst};

/** The networks in the engine, one of which paints. */
export type Networks = {
  /** The one that paints. */
  readonly painting: KnownNetwork;
  /**
   * Puts a network into the engine, while painting goes on. Whoever brings one lets it paint, or drops
   * it.
   *
   * @throws AppError if there is none of this name, WeightsError if it cannot be loaded
   */
  bring(name: string): Promise<KnownNetwork>;
  /** Takes note that another network paints now, and frees the one before. */
  take(network: KnownNetwork): void;
  /** Frees a network, unless it is the one that paints. */
  drop(network: KnownNetwork): void;
};

/** @param first the network that the engine has started with, by the name of its folder, and its brushes */
export function createNetworks(
  engine: Engine,
  catalogue: Pick<Catalogue, 'networkFiles'>,
  shelf: StyleShelf,
  pictureOf: (id: string) => Promise<Blob>,
  first: {name: string; network: LoadedNetwork; brushes: BrushesAt},
): Networks {
  const know = (name: string, network: LoadedNetwork, brushes: BrushesAt): KnownNetwork => ({
    name,
    analyst: new StyleAnalyst(engine, network, brushes, shelf, pictureOf),
  });
  let painting = know(first.name, first.network, first.brushes);

  const networks: Networks = {
    get painting() {
      return painting;
    },
    async bring(name) {
      const files = catalogue.networkFiles.get(name);
      if (!files) throw new AppError({key: 'network.unknown', values: {name}});
      const network = await loadNetwork(files, () => {});
      await engine.addNetwork(network);
      return know(name, network, openBrushes(network, files.brushes));
    },
    take(network) {
      const before = painting;
      painting = network;
      networks.drop(before);
    },
    drop(network) {
      if (network !== painting) engine.removeNetwork(network.analyst.network);
    },
  };
  return networks;
}
