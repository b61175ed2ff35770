import {prepareSelfTest} from '../gpu/tensorflow/self-test.ts';
import {keepTextures, startTensorFlow} from '../gpu/tensorflow/tensorflow-backend.ts';
import {chooseStylizer, type StylizerChoice} from '../gpu/webgl/choose-stylizer.ts';
import {chooseTuning} from '../gpu/webgl/choose-tuning.ts';
import type {Tuning} from '../gpu/webgl/fused-stylizer.ts';
import {createFrameInput, type FrameInput} from '../gpu/webgl/picture/frame-input.ts';
import {createNoiseFilter, type NoiseFilter} from '../gpu/webgl/picture/noise-filter.ts';
import {createPresenter, type Presenter} from '../gpu/webgl/picture/presenter.ts';
import {ContextLostError} from '../gpu/webgl/tools/gpu-fence.ts';
import type {LoadedNetwork} from '../network/load-network.ts';

/** Everything that lives in the GL context; gone when the context is, and built anew. */
export type Rig = {
  /** The stylizer of each network in use; the reason says why it is not the fast one. */
  stylizers: ReadonlyMap<LoadedNetwork, StylizerChoice>;
  /** Makes a network's stylizer, unless there is one. */
  add(model: LoadedNetwork): Promise<void>;
  /** Frees a network's stylizer, if there is one. */
  remove(model: LoadedNetwork): void;
  /** Takes the source's frames. */
  input: FrameInput;
  /** Calms them. */
  noiseFilter: NoiseFilter;
  /** Takes style pictures. */
  styleInput: FrameInput;
  presenter: Presenter;
  /** May be called twice, and after the context is lost. */
  dispose(): void;
};

/**
 * Builds the rig in a context, on a TensorFlow.js backend of its own.
 *
 * @param models the networks in use
 * @param wait resolves after the milliseconds given
 */
export async function createRig(
  gl: WebGL2RenderingContext,
  models: Iterable<LoadedNetwork>,
  wait: (ms: number) => Promise<void>,
): Promise<Rig> {
  await startTensorFlow(gl);
  const stylizers = new Map<LoadedNetwork, StylizerChoice>();
  let tuning: Promise<Tuning> | undefined;
  let disposed = false;
  const checks = {
    // What suits the GPU suits every network.
    chooseTuning: () => (tuning ??= chooseTuning(gl, wait, () => performance.now())),
    prepareSelfTest,
  };

  function keepTexturesForGraph() {
    keepTextures([...stylizers.values()].some(({stylizer}) => stylizer.kind === 'graph'));
  }

  async function add(model: LoadedNetwork) {
    if (stylizers.has(model)) return;
    const {architecture, weights} = model;
    const choice = await chooseStylizer(gl, architecture, weights, wait, checks);
    if (disposed || stylizers.has(model)) choice.stylizer.dispose();
    else stylizers.set(model, choice);
    keepTexturesForGraph();
    if (disposed) throw new ContextLostError();
  }

  for (const model of models) await add(model);
  const parts = {
    input: createFrameInput(gl),
    noiseFilter: createNoiseFilter(gl),
    styleInput: createFrameInput(gl),
    presenter: createPresenter(gl),
  };
  return {
    ...parts,
    stylizers,
    add,
    remove(model) {
      stylizers.get(model)?.stylizer.dispose();
      stylizers.delete(model);
      keepTexturesForGraph();
    },
    dispose() {
      disposed = true;
      for (const {stylizer} of stylizers.values()) stylizer.dispose();
      for (const part of Object.values(parts)) part.dispose();
    },
  };
}
