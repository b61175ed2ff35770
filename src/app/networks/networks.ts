import type {Engine} from '../../live/engine.ts';
import {frameCost} from '../../network/frame-cost.ts';
import {loadArchitecture, type LoadedNetwork, loadNetwork} from '../../network/load-network.ts';
import {PlainError} from '../notices/plain-error.ts';
import {sentenceOf} from '../notices/sentences.ts';
import type {Settings} from '../state.ts';
import type {StudioContext} from '../studio-context.ts';
import {StyleAnalyst} from '../styles/style-analyst.ts';
import type {StyleShelf} from '../styles/style-shelf.ts';
import {type Candidate, fitNetwork} from './fit-network.ts';
import {DEFAULT_NETWORK, FAMILY, models} from './network-catalogue.ts';

/** Networks are compared at this short side, in pixels. */
const COMPARED_SIDE = 384;

/** The network that paints, which may change while it does. */
export type Networks = {
  /** What it knows of styles. */
  analyst(): StyleAnalyst;
  /** Changes to the network that the settings name; the picture goes on until that one can paint. */
  follow(): Promise<void>;
};

/**
 * Keeps track of networks.
 *
 * @param first the network that the engine has started with, by the name of its folder
 * @param repaint shows the look with the analyst of the moment
 * @param changeSettings remembers a choice
 */
export function createNetworks(
  {store, notices}: Pick<StudioContext, 'store' | 'notices'>,
  engine: Engine,
  shelf: StyleShelf,
  first: {name: string; model: LoadedNetwork},
  repaint: () => Promise<void>,
  changeSettings: (change: Partial<Settings>) => void,
): Networks {
  let painting = {name: first.name, analyst: new StyleAnalyst(engine, first.model, shelf)};
  /** The setting that was followed last: `auto`, or a network. */
  let followed = store.get().settings.model;
  let newest = 0;

  async function bring(name: string): Promise<LoadedNetwork> {
    const files = models.get(name);
    if (!files) throw new PlainError(`There is no network called “${name}”.`);
    const model = await loadNetwork(files, () => {});
    await engine.addNetwork(model);
    return model;
  }

  /** Paints with a network that was brought, as soon as it knows the styles of the look. */
  async function paintWith(name: string, model: LoadedNetwork) {
    const before = painting;
    painting = {name, analyst: new StyleAnalyst(engine, model, shelf)};
    try {
      await repaint();
    } catch (error) {
      painting = before;
      throw error;
    }
    engine.removeNetwork(before.analyst.model);
    store.set({stats: {...store.get().stats, model: name}});
  }

  async function use(name: string, request: number) {
    if (name === painting.name) return;
    const model = await bring(name);
    try {
      if (request === newest) await paintWith(name, model);
    } finally {
      if (painting.analyst.model !== model) engine.removeNetwork(model);
    }
  }

  /** Measures the family on this machine, no more of it than needed, and uses what fits. */
  async function useFitting(request: number) {
    const candidates = await listCandidates();
    const known = candidates.some(({name}) => name === painting.name);
    if (known && candidates.length === 1) return;
    const measured = new Map<string, number>();
    const brought = new Map([[painting.name, painting.analyst.model]]);
    try {
      let next: ReturnType<typeof fitNetwork> = {measure: known ? painting.name : DEFAULT_NETWORK};
      while ('measure' in next && request === newest) {
        const name = next.measure;
        const model = brought.get(name) ?? (await bring(name));
        brought.set(name, model);
        measured.set(name, await engine.frameTime(model, COMPARED_SIDE));
        next = fitNetwork(candidates, measured, engine.intervalMs);
      }
      if (!('use' in next) || request !== newest) return;
      const model = brought.get(next.use);
      if (!model) await use(next.use, request);
      else if (next.use !== painting.name) await paintWith(next.use, model);
      changeSettings({fittingModel: next.use});
    } finally {
      for (const model of brought.values()) {
        if (model !== painting.analyst.model) engine.removeNetwork(model);
      }
    }
  }

  return {
    analyst: () => painting.analyst,
    async follow() {
      const request = ++newest;
      const {model} = store.get().settings;
      store.set({changingNetwork: true});
      try {
        await (model === 'auto' ? useFitting(request) : use(model, request));
        if (request === newest) followed = model;
      } catch (error) {
        console.warn(error);
        // A machine that cannot be measured goes on as it is; nobody has asked for anything.
        if (request !== newest || model === 'auto') return;
        notices.show('error', `${sentenceOf(error)} Until then ${painting.name} paints.`);
        changeSettings({model: followed});
      } finally {
        if (request === newest) store.set({changingNetwork: false});
      }
    },
  };
}

async function listCandidates(): Promise<Candidate[]> {
  const listed = FAMILY.flatMap((name) => {
    const files = models.get(name);
    return files ? [{name, files}] : [];
  });
  const candidates = listed.map(async ({name, files}) => {
    return {name, cost: frameCost(await loadArchitecture(files))};
  });
  return Promise.all(candidates);
}
