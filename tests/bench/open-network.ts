import {models} from '../../src/app/networks/network-catalogue.ts';
import {architectureOf} from '../../src/network/architecture.ts';
import {type LoadedNetwork, loadNetwork} from '../../src/network/load-network.ts';
import {randomWeights} from './random-weights.ts';

/** A folder of `models/`, or an architecture of a width with random weights. */
export type NetworkChoice = {model: string} | {architecture: string; width?: number};

/** The same weights in every run. */
const SEED = 1;

/** Loads or makes a network. */
export async function openNetwork(
  choice: NetworkChoice,
): Promise<Pick<LoadedNetwork, 'architecture' | 'weights'>> {
  if ('architecture' in choice) {
    const architecture = architectureOf(choice.architecture, choice.width);
    return {architecture, weights: randomWeights(architecture, SEED)};
  }
  const files = models.get(choice.model);
  if (!files) {
    const names = [...models.keys()].join(', ');
    throw new Error(`Expected a model of ${names}, but got "${choice.model}".`);
  }
  return loadNetwork(files, () => {});
}
