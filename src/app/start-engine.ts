import type {TuningMemory} from '../gpu/tuning-memory.ts';
import type {Engine, EngineEvents} from '../live/engine.ts';
import {type LoadedNetwork, loadNetwork, type NetworkFiles} from '../network/load-network.ts';
import type {AppState, Progress} from './state.ts';
import type {Store} from './store.ts';

/** Shares of the start at which its steps begin; the rest is the first style and frame. */
const GPU_STEP = 0.6;
const STYLE_STEP = 0.8;

/** An engine and the model it runs. */
export type StartedEngine = {engine: Engine; model: LoadedNetwork};

/**
 * Loads the network and starts the engine, telling the store how far it is. TensorFlow.js comes in
 * a chunk of its own, at the same time as the weights.
 *
 * @throws WeightsError, GpuUnsupportedError, ContextLostError
 */
export async function startEngine(
  store: Store<AppState>,
  canvas: HTMLCanvasElement,
  files: NetworkFiles,
  memory: TuningMemory,
  events: EngineEvents,
): Promise<StartedEngine> {
  const tell = (step: string, fraction: number, bytes: Progress['bytes'] = null) => {
    store.set({progress: {step, fraction, bytes}});
  };
  tell('Loading the network', 0);
  const [model, chunk] = await Promise.all([
    loadNetwork(files, (loaded, total) => {
      tell('Loading the network', (GPU_STEP * loaded) / total, {loaded, total});
    }),
    import('../live/engine.ts'),
  ]);
  tell('Waking the graphics card', GPU_STEP);
  const {size} = store.get().settings;
  const engine = await chunk.Engine.open(canvas, model, {size, memory}, events);
  tell('Studying the first style', STYLE_STEP);
  return {engine, model};
}
