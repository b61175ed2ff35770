import {networkFiles} from '../../src/app/networks/network-catalogue.ts';
import {type LoadedNetwork, loadNetwork} from '../../src/network/load-network.ts';
import {randomWeights} from '../random-weights.ts';
import {shippedArchitecture} from '../toy-architecture.ts';

/** A folder of `models/`, or an architecture of a width with random weights. */
export type NetworkChoice = {model: string} | {architecture: string; width?: number};

/** Loads or makes a network. */
export async function openNetwork(
  choice: NetworkChoice,
): Promise<Pick<LoadedNetwork, 'architecture' | 'weights'>> {
  if ('architecture' in choice) {
    const architecture = shippedArchitecture(choice.architecture, choice.width);
    return {architecture, weights: randomWeights(architecture, {bias: 0})};
  }
  const files = networkFiles.get(choice.model);
  if (!files) {
    const names = [...networkFiles.keys()].join(', ');
    throw new Error(`Expected a model of ${names}, but got "${choice.model}".`);
  }
  return loadNetwork(files, () => {});
}
