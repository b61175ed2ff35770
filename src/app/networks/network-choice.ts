import type {Engine} from '../../live/engine.ts';
import {frameCost} from '../../network/frame-cost.ts';
import {loadArchitecture} from '../../network/load-network.ts';
import type {Catalogue} from '../catalogue.ts';
import type {Looks} from '../look/looks.ts';
import {messageOf} from '../notices/message-of.ts';
import type {Notices} from '../notices/notices.ts';
import type {Settings} from '../settings/settings-table.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {type Candidate, fitNetwork} from './fit-network.ts';
import {DEFAULT_NETWORK, FAMILY} from './network-catalogue.ts';
import type {KnownNetwork, Networks} from './networks.ts';

/** Networks are compared at this short side, in pixels. */
const COMPARED_SIDE = 384;

/** What a choice of networks needs from the studio. */
export type NetworkChoiceParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show'>;
  engine: Pick<Engine, 'frameTime' | 'intervalMs'>;
  catalogue: Pick<Catalogue, 'networkFiles'>;
  networks: Networks;
  looks: Pick<Looks, 'changeAnalyst'>;
  /** Remembers a choice. */
  changeSettings: (change: Partial<Settings>) => void;
};

/** Lets that network paint that the settings name, or the one that fits the machine. */
export type NetworkChoice = {
  /** Changes to the network of the settings; the picture goes on until that one can paint. */
  follow(): Promise<void>;
};

export function createNetworkChoice(parts: NetworkChoiceParts): NetworkChoice {
  const {store, notices, engine, catalogue, networks, looks, changeSettings} = parts;
  /** The setting that was followed last: `auto`, or a network. */
  let followed = store.get().settings.model;
  let newest = 0;

  /** Paints with a network that was brought, as soon as it knows the styles of the look. */
  async function paintWith(network: KnownNetwork) {
    await looks.changeAnalyst(network.analyst);
    networks.take(network);
    store.patch('stats', {model: network.name});
  }

  async function use(name: string, request: number) {
    if (name === networks.painting.name) return;
    const network = await networks.bring(name);
    try {
      if (request === newest) await paintWith(network);
    } finally {
      networks.drop(network);
    }
  }

  /** Measures the family on this machine, no more of it than needed, and uses what fits. */
  async function useFitting(request: number) {
    const candidates = await listCandidates(catalogue);
    const {painting} = networks;
    const known = candidates.some(({name}) => name === painting.name);
    if (known && candidates.length === 1) return;
    const measured = new Map<string, number>();
    const brought = new Map([[painting.name, painting]]);
    try {
      let next: ReturnType<typeof fitNetwork> = {measure: known ? painting.name : DEFAULT_NETWORK};
      while ('measure' in next && request === newest) {
        const name = next.measure;
        const network = brought.get(name) ?? (await networks.bring(name));
        brought.set(name, network);
        const ms = await engine.frameTime(network.analyst.network, COMPARED_SIDE);
        measured.set(name, ms);
        next = fitNetwork(candidates, measured, engine.intervalMs);
      }
      if (!('use' in next) || request !== newest) return;
      const network = brought.get(next.use);
      if (!network) await use(next.use, request);
      else if (network !== networks.painting) await paintWith(network);
      changeSettings({fittingModel: next.use});
    } finally {
      // The one that painted at first has been freed when another took its place.
      brought.delete(painting.name);
      for (const network of brought.values()) networks.drop(network);
    }
  }

  return {
    async follow() {
      const request = ++newest;
      const {model} = store.get().settings;
      store.patch('networks', {changing: true});
      try {
        await (model === 'auto' ? useFitting(request) : use(model, request));
        if (request === newest) followed = model;
      } catch (error) {
        console.warn(error);
        // A machine that cannot be measured goes on as it is; nobody has asked for anything.
        if (request !== newest || model === 'auto') return;
        const problem = messageOf(error);
        const values = {problem, name: networks.painting.name};
        notices.show('error', {key: 'network.until', values});
        changeSettings({model: followed});
      } finally {
        if (request === newest) store.patch('networks', {changing: false});
      }
    },
  };
}

async function listCandidates({
  networkFiles,
}: Pick<Catalogue, 'networkFiles'>): Promise<Candidate[]> {
  const listed = FAMILY.flatMap((name) => {
    const files = networkFiles.get(name);
    return files ? [{name, files}] : [];
  });
  const candidates = listed.map(async ({name, files}) => {
    return {name, cost: frameCost(await loadArchitecture(files))};
  });
  return Promise.all(candidates);
}
