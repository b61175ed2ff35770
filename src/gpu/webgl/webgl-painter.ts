import type {Fitter, FitterSource} from '../../network/fitting/fitter.ts';
import type {LoadedNetwork} from '../../network/load-network.ts';
import type {PersonNetwork} from '../../network/person/person-network.ts';
import type {StyleCode} from '../../network/style-code.ts';
import {ContextLostError} from '../context-lost-error.ts';
import type {Frame} from '../frame.ts';
import type {Paint, Painter, PainterOptions, PainterStats, View} from '../painter.ts';
import type {Size} from '../size.ts';
import {countTensors} from '../tensorflow/load-reference.ts';
import {compose} from './compose.ts';
import {ContextKeeper} from './context-keeper.ts';
import {createRig, type Rig} from './rig.ts';
import {timeFrames} from './time-frames.ts';
import {awaitContext} from './tools/gl-context.ts';
import {gpuFinished} from './tools/gpu-fence.ts';

/**
 * Opens the painter on WebGL 2, in the canvas's one GL context, and compiles what its first network
 * needs.
 *
 * @throws GpuUnsupportedError, ContextLostError; see `openPainter`
 */
export async function openWebglPainter(options: PainterOptions): Promise<Painter> {
  const {canvas, network, size, events, ...others} = options;
  const {wait} = options;
  const gl = await awaitContext(canvas, wait);
  const networks = new Map([[network, size]]);
  const wanted: WantedRegions = {};
  const build = (signal: AbortSignal) =>
    createRig({gl, networks, regions: wanted.regions, ...others}, signal);
  const keeper = new ContextKeeper(gl, build, wait, events);
  await keeper.start();
  return new WebglPainter(keeper, networks, wanted, wait);
}

/** Whether regions are covered, and by what persons are found, in this context and in the one after it. */
type WantedRegions = {regions?: {network?: PersonNetwork | undefined}};

class WebglPainter implements Painter {
  private readonly keeper: ContextKeeper<Rig>;
  private readonly networks: Map<LoadedNetwork, Size>;
  private readonly wanted: WantedRegions;
  private readonly wait: (ms: number) => Promise<void>;
  private painting: LoadedNetwork | undefined;
  private readonly leaving = new Set<LoadedNetwork>();
  /** Those of large paintings under way. */
  private readonly working: LoadedNetwork[] = [];

  constructor(
    keeper: ContextKeeper<Rig>,
    networks: Map<LoadedNetwork, Size>,
    wanted: WantedRegions,
    wait: (ms: number) => Promise<void>,
  ) {
    this.keeper = keeper;
    this.networks = networks;
    this.wanted = wanted;
    this.wait = wait;
  }

  get away(): boolean {
    return this.keeper.rig === undefined;
  }

  get frameSize(): Size | undefined {
    return this.keeper.rig?.input.frameSize;
  }

  paints(network: LoadedNetwork): boolean {
    return this.keeper.rig?.choiceOf(network) !== undefined;
  }

  startScene(): void {
    this.keeper.rig?.startScene();
  }

  take({image, size}: Frame): void {
    this.keeper.rig?.input.take(image, size);
  }

  paint(paint: Paint, size: Size, view: View): boolean {
    const {rig} = this.keeper;
    const stylizer = rig?.choiceOf(paint.network)?.stylizer;
    if (!stylizer) return false;
    try {
      compose(rig, stylizer, paint, size, view);
    } catch (error) {
      if (!this.keeper.rig) return false;
      throw error;
    }
    this.painting = paint.network;
    this.removeLeaving();
    return true;
  }

  async paintLarge(...[paint, ...large]: Parameters<Painter['paintLarge']>): Promise<void> {
    const {rig} = this.keeper;
    if (!rig) throw new ContextLostError();
    this.working.push(paint.network);
    try {
      await rig.paintLarge(paint, ...large);
    } catch (error) {
      // What fails first when the GPU goes away may be anything.
      throw this.keeper.rig === rig ? error : new ContextLostError();
    } finally {
      this.working.splice(this.working.indexOf(paint.network), 1);
      this.removeLeaving();
    }
  }

  async finished(): Promise<boolean> {
    try {
      await gpuFinished(this.keeper.gl, this.wait);
      return true;
    } catch (error) {
      if (error instanceof ContextLostError) return false;
      throw error;
    }
  }

  readFrame(): ImageData | undefined {
    const input = this.keeper.rig?.input;
    return input?.frameSize && input.read();
  }

  analyzeStyle(
    network: LoadedNetwork,
    picture: TexImageSource,
    pictureSize: Size,
    size: Size,
  ): ReturnType<Rig['analyzeStyle']> {
    return this.keeper.inRig((rig) => rig.analyzeStyle(network, picture, pictureSize, size));
  }

  openFitter(source: FitterSource): Promise<Fitter> {
    return this.keeper.inRig((rig) => rig.openFitter(source));
  }

  expect(network: LoadedNetwork, code: StyleCode): void {
    this.keeper.rig?.choiceOf(network)?.stylizer.expect(code);
  }

  prepareAnalysis(network: LoadedNetwork, size: Size): Promise<void> {
    return this.keeper.inRig((rig) => rig.prepareAnalysis(network, size));
  }

  async addNetwork(network: LoadedNetwork, size: Size): Promise<void> {
    this.leaving.delete(network);
    this.networks.set(network, size);
    try {
      await this.keeper.inRig((rig) => rig.add(network, size));
    } catch (error) {
      this.remove(network);
      throw error;
    }
    // It may have been removed while it came.
    if (!this.networks.has(network)) this.remove(network);
  }

  removeNetwork(network: LoadedNetwork): void {
    this.leaving.add(network);
    this.removeLeaving();
  }

  async openRegions(network?: PersonNetwork): Promise<void> {
    await this.keeper.inRig((rig) => rig.openRegions(network));
    this.wanted.regions = {network: network ?? this.wanted.regions?.network};
  }

  async presence(frame: Frame): Promise<number | undefined> {
    return this.keeper.rig?.regionParts?.presence(frame);
  }

  timeNetwork(network: LoadedNetwork, size: Size): Promise<number> {
    return this.keeper.inRig(async (rig) => {
      const stylizer = rig.choiceOf(network)?.stylizer;
      if (!stylizer) throw new Error(`Expected the network ${network.name} in use, but it is not.`);
      return timeFrames(this.keeper.gl, stylizer, network.architecture, size, this.wait);
    });
  }

  stats(network: LoadedNetwork | undefined): PainterStats {
    const choice = network && this.keeper.rig?.choiceOf(network);
    return {
      stylizer: choice?.stylizer.kind ?? 'none',
      fallbackReason: choice?.reason,
      backend: 'webgl',
      tensors: countTensors(),
    };
  }

  dispose(): void {
    this.keeper.dispose();
  }

  private removeLeaving() {
    for (const network of this.leaving) {
      if (network === this.painting || this.working.includes(network)) continue;
      this.remove(network);
      this.leaving.delete(network);
    }
  }

  private remove(network: LoadedNetwork) {
    this.networks.delete(network);
    this.keeper.rig?.remove(network);
  }
}
