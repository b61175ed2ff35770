import type {TuningMemory} from '../../gpu/tuning-memory.ts';
import type {Engine, EngineEvents} from '../../live/engine.ts';
import {type LoadedNetwork, loadNetwork} from '../../network/load-network.ts';
import {WeightsError} from '../../network/weights.ts';
import type {Message} from '../../words/message.ts';
import type {Catalogue} from '../catalogue.ts';
import {loadPart} from '../load-part.ts';
import {DEFAULT_NETWORK, FAMILY} from '../networks/network-catalogue.ts';
import {type BrushesAt, openBrushes} from '../networks/open-brushes.ts';
import {AppError} from '../notices/app-error.ts';
import {messageOf} from '../notices/message-of.ts';
import type {Notices} from '../notices/notices.ts';
import {repairAddress} from '../page/repair-address.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {STROKE_SIDES} from '../styles/stroke.ts';
import type {Progress} from './start-state.ts';

/** Shares of the start at which its steps begin; the rest is the first style and frame. */
const GPU_STEP = 0.6;
const STYLE_STEP = 0.8;

/** What paints is some 300 kB, which come over the slowest line in this time, in milliseconds. */
const CHUNK_MS = 120_000;

/** What an engine is started with. */
export type StartParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show'>;
  canvas: HTMLCanvasElement;
  catalogue: Pick<Catalogue, 'networkFiles'>;
  memory: TuningMemory;
  events: EngineEvents;
};

/** An engine, the network it runs, by the name of its folder, and the brushes of that. */
export type StartedEngine = {
  engine: Engine;
  name: string;
  network: LoadedNetwork;
  brushes: BrushesAt;
};

/**
 * Loads a network and starts the engine, telling the store how far it is. TensorFlow.js comes in a
 * chunk of its own, at the same time as the weights.
 *
 * @param wanted the network to start with; another takes its place where it cannot be loaded
 * @throws WeightsError, GpuUnsupportedError, ContextLostError, AppError where a part of the app does
 *   not load
 */
export async function startEngine(parts: StartParts, wanted: string): Promise<StartedEngine> {
  const {store, canvas, memory, events} = parts;
  const names = [...new Set([wanted, DEFAULT_NETWORK, ...FAMILY])];
  const [{name, network, brushes}, chunk] = await Promise.all([
    loadFirst(parts, names).then((first) => expectStyles(parts, first)),
    loadPainter(),
  ]);
  tell(store, {key: 'start.gpu'}, GPU_STEP);
  const {size} = store.get().settings;
  const engine = await chunk.Engine.open(canvas, network, {size, memory}, events);
  tell(store, {key: 'start.style'}, STYLE_STEP);
  return {engine, name, network, brushes};
}

/** Fetches the brushes of the first look while the GPU is made ready. */
function expectStyles(
  {store, catalogue}: StartParts,
  first: {name: string; network: LoadedNetwork},
) {
  const brushes = openBrushes(first.network, catalogue.networkFiles.get(first.name)?.brushes);
  const {styles, stroke} = store.get().look;
  for (const {id} of styles) brushes(STROKE_SIDES[stroke]).expect(id);
  return {...first, brushes};
}

/** The first of these networks that can be had: one that is damaged does not keep the app closed. */
async function loadFirst(
  {store, notices, catalogue}: StartParts,
  names: readonly string[],
): Promise<{name: string; network: LoadedNetwork}> {
  const there = names.filter((name) => catalogue.networkFiles.has(name));
  let problem: unknown = new WeightsError(
    `Expected one of ${names.join(', ')}, but there is none.`,
  );
  for (const [index, name] of there.entries()) {
    try {
      const network = await load({store, catalogue}, name);
      if (index > 0) {
        notices.show('error', {
          key: 'network.until',
          values: {problem: messageOf(problem), name},
        });
      }
      return {name, network};
    } catch (error) {
      if (!(error instanceof WeightsError)) throw error;
      // What is said is why the one that was wanted is not there.
      if (index === 0) problem = error;
    }
  }
  throw problem;
}

async function load({store, catalogue}: Pick<StartParts, 'store' | 'catalogue'>, name: string) {
  const files = catalogue.networkFiles.get(name);
  if (!files) throw new AppError({key: 'network.unknown', values: {name}});
  tell(store, {key: 'start.network'}, 0);
  return loadNetwork(files, (loaded, total) => {
    tell(store, {key: 'start.network'}, (GPU_STEP * loaded) / total, {loaded, total});
  });
}

function loadPainter() {
  // Before it loads, which is when it is read.
  repairAddress();
  return loadPart(import('../../live/engine.ts'), CHUNK_MS);
}

function tell(
  store: Store<AppState>,
  step: Message,
  fraction: number,
  bytes: Progress['bytes'] = null,
) {
  store.patch('start', {progress: {step, fraction, bytes}});
}
