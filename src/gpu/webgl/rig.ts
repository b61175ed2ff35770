import type {Fitter, FitterSource} from '../../network/fitting/fitter.ts';
import type {LoadedNetwork} from '../../network/load-network.ts';
import type {PersonNetwork} from '../../network/person/person-network.ts';
import type {StyleCode} from '../../network/style-code.ts';
import type {Painter} from '../painter.ts';
import type {Size} from '../size.ts';
import {loadReference} from '../tensorflow/load-reference.ts';
import type {Reference} from '../tensorflow/reference.ts';
import type {StyleEncoder} from '../tensorflow/style-encoder.ts';
import type {TuningMemory} from '../tuning-memory.ts';
import {chooseStylizer, type StylizerChoice, type StylizerSteps} from './choose-stylizer.ts';
import {chooseTuning} from './choose-tuning.ts';
import type {ComposeParts, LayerParts} from './compose.ts';
import type {Tuning} from './fused-stylizer.ts';
import {createFlashGuard} from './picture/flash-guard.ts';
import {createFollowing} from './picture/following.ts';
import {createFrameInput} from './picture/frame-input.ts';
import {createNoiseFilter} from './picture/noise-filter.ts';
import {createPresenter} from './picture/presenter.ts';
import {createRecolourer} from './picture/recolourer.ts';
import {createSteadier} from './picture/steadier.ts';
import {createToner} from './picture/toner.ts';
import type {RegionParts} from './regions/region-parts.ts';
import {openStartMemory} from './start-memory.ts';
import {prepareContext} from './tools/gl-context.ts';
import {gpuFinished} from './tools/gpu-fence.ts';
import {type Lazy, lazy} from './tools/lazy.ts';
import {createSameList} from './tools/same-list.ts';

/** Everything that lives in the GL context; gone when the context is, and built anew. */
export type Rig = ComposeParts & {
  /** Forgets the frames so far: the next one is of another scene. */
  startScene(): void;
  /** Makes ready what regions want; see `Painter`. */
  openRegions(network?: PersonNetwork): Promise<void>;
  /** The stylizer of a network in use; the reason says why it is not the fast one. */
  choiceOf(network: LoadedNetwork): StylizerChoice | undefined;
  /** Makes a network's stylizer, unless there is one, ready to paint at about this size. */
  add(network: LoadedNetwork, size: Size): Promise<void>;
  /** Frees what there is of a network. */
  remove(network: LoadedNetwork): void;
  /** Makes ready what `analyzeStyle` wants; see `Painter`. */
  prepareAnalysis(network: LoadedNetwork, size: Size): Promise<void>;
  analyzeStyle(
    network: LoadedNetwork,
    picture: TexImageSource,
    pictureSize: Size,
    size: Size,
  ): Promise<StyleCode>;
  openFitter(source: FitterSource): Promise<Fitter>;
  paintLarge: Painter['paintLarge'];
  /** May be called twice, and after the context is lost. */
  dispose(): void;
};

/** What a rig is built with. */
export type RigOptions = {
  gl: WebGL2RenderingContext;
  /** The networks in use, and at about which size they paint. */
  networks: ReadonlyMap<LoadedNetwork, Size>;
  /** If regions are to be covered: what persons are found by, if they are to be. */
  regions?: {network?: PersonNetwork | undefined} | undefined;
  /** Resolves after the milliseconds given. */
  wait: (ms: number) => Promise<void>;
  memory?: TuningMemory | undefined;
  /** See `PainterOptions`. */
  now?: (() => number) | undefined;
  besideAnother?: boolean | undefined;
};

/**
 * Builds the rig in a context.
 *
 * @param signal aborted when the context is lost
 * @throws GpuUnsupportedError where no network can run
 */
export async function createRig(
  {gl, networks, regions, memory, now = () => performance.now(), ...options}: RigOptions,
  signal: AbortSignal,
): Promise<Rig> {
  prepareContext(gl);
  // What waits for a GPU that went away must not go on in the context that came after.
  const wait = async (ms: number) => {
    await options.wait(ms);
    signal.throwIfAborted();
  };
  const finished = () => gpuFinished(gl, wait);
  const remembered = openStartMemory(gl, memory);
  const inUse = new Map<LoadedNetwork, StylizerChoice & {encoder: Lazy<StyleEncoder>}>();
  let reference: Promise<Reference> | undefined;
  let measured: Tuning | undefined;
  const parts = {
    input: createFrameInput(gl),
    noiseFilter: createNoiseFilter(gl),
    following: createFollowing(now),
    flashGuard: createFlashGuard(gl, now),
    steadier: createSteadier(gl),
    presenter: createPresenter(gl),
  };
  const layers: LayerParts[] = [];
  const layerParts = (index: number) =>
    (layers[index] ??= {recolourer: createRecolourer(gl, now), toner: createToner(gl, now)});
  const partsOfLayers = () => layers.flatMap(({recolourer, toner}) => [recolourer, toner]);
  let regionParts: RegionParts | undefined;
  const styleInput = createFrameInput(gl);
  // What nearly every style wants compiles from the first moment on.
  layerParts(0);

  /** TensorFlow.js in this context; a chunk that does not load is tried again the next time. */
  async function openReference(): Promise<Reference> {
    if (options.besideAnother) throw new Error('TensorFlow.js is with another painter.');
    reference ??= loadReference().then((module) => {
      signal.throwIfAborted();
      return module.openReference(gl, finished);
    });
    reference.catch(() => (reference = undefined));
    return reference;
  }

  function stepsOf(network: LoadedNetwork): StylizerSteps {
    const {architecture, weights} = network;
    return {
      recall: () => ({
        // What suits the GPU suits every network.
        tuning: measured ?? remembered.tuning(),
        exam: remembered.exam(network),
      }),
      async measure() {
        // It holds the page up when it comes, and nothing may while the GPU is timed.
        await openReference();
        return (measured = await chooseTuning(gl, wait, () => performance.now()));
      },
      paintExam: async () => (await openReference()).paintExam(architecture, weights),
      keep(tuning, exam) {
        remembered.keep(tuning, network, exam);
      },
      createGraph: async () => (await openReference()).createStylizer(architecture, weights),
    };
  }

  async function add(network: LoadedNetwork, size: Size) {
    if (inUse.has(network)) return;
    const choice = await chooseStylizer(gl, network, wait, stepsOf(network));
    await choice.stylizer.prepare(size);
    const {architecture, weights} = network;
    const encoder = lazy(async () => (await openReference()).createEncoder(architecture, weights));
    if (signal.aborted || inUse.has(network)) choice.stylizer.dispose();
    else inUse.set(network, {...choice, encoder});
    signal.throwIfAborted();
  }

  async function prepareAnalysis(network: LoadedNetwork, size: Size): Promise<StyleEncoder> {
    const used = inUse.get(network);
    if (!used) throw new Error(`Expected the network ${network.name} in use, but it is not.`);
    const encoder = await used.encoder.get();
    await encoder.prepare(size);
    return encoder;
  }

  function remove(network: LoadedNetwork) {
    const used = inUse.get(network);
    used?.stylizer.dispose();
    used?.encoder.dispose();
    inUse.delete(network);
  }

  async function openRegions(network?: PersonNetwork) {
    const {createRegionParts} = await import('./regions/region-parts.ts');
    signal.throwIfAborted();
    regionParts ??= createRegionParts(gl, wait, now);
    if (network) {
      await regionParts.findPersons(network, async (it) =>
        (await openReference()).createPersonGraph(it),
      );
    }
    signal.throwIfAborted();
    // What was painted all over is no longer to be blended with.
    parts.steadier.restart();
  }

  function startScene() {
    const {noiseFilter, following, flashGuard, steadier} = parts;
    for (const part of [noiseFilter, following, flashGuard, steadier, ...partsOfLayers()]) {
      part.restart();
    }
    regionParts?.restart();
  }

  function dispose() {
    for (const network of [...inUse.keys()]) remove(network);
    const {following, ...owners} = parts;
    following.restart();
    for (const part of [...Object.values(owners), ...partsOfLayers(), styleInput]) part.dispose();
    regionParts?.dispose();
  }

  try {
    for (const [network, size] of networks) await add(network, size);
    // What they cover otherwise is painted all over.
    if (regions) openRegions(regions.network).catch(() => {});
  } catch (error) {
    dispose();
    throw error;
  }
  return {
    ...parts,
    layerParts,
    sameCodes: createSameList(),
    get regionParts() {
      return regionParts;
    },
    startScene,
    openRegions,
    choiceOf: (network) => inUse.get(network),
    add,
    remove,
    async prepareAnalysis(network, size) {
      await prepareAnalysis(network, size);
    },
    async analyzeStyle(network, picture, pictureSize, size) {
      const encoder = await prepareAnalysis(network, size);
      styleInput.take(picture, pictureSize);
      return encoder.analyzeStyle(styleInput.fit(size).texture, size);
    },
    async openFitter(source) {
      return (await openReference()).createFitter(source);
    },
    async paintLarge(paint, frame, painting, take) {
      const {paintLarge} = await import('./tiles/paint-large.ts');
      signal.throwIfAborted();
      const stylizer = inUse.get(paint.network)?.stylizer;
      if (!stylizer) throw new Error(`Expected the network ${paint.network.name} in use.`);
      const large = {gl, stylizer, regionParts, lost: signal, wait};
      await paintLarge(large, paint, frame, painting, take);
    },
    dispose,
  };
}
