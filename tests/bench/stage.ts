import {PERSON_FILES} from '../../src/app/networks/person-files.ts';
import type {PaintLayer, Regions} from '../../src/gpu/painter.ts';
import type {Size} from '../../src/gpu/size.ts';
import {startTensorFlow} from '../../src/gpu/tensorflow/tensorflow-backend.ts';
import {createFrameInput} from '../../src/gpu/webgl/picture/frame-input.ts';
import type {Picture} from '../../src/gpu/webgl/picture/picture.ts';
import {createPresenter} from '../../src/gpu/webgl/picture/presenter.ts';
import {createSteadier} from '../../src/gpu/webgl/picture/steadier.ts';
import {createToner} from '../../src/gpu/webgl/picture/toner.ts';
import {createRegionParts, type RegionParts} from '../../src/gpu/webgl/regions/region-parts.ts';
import type {Stylizer} from '../../src/gpu/webgl/stylizer.ts';
import {openContext, prepareContext} from '../../src/gpu/webgl/tools/gl-context.ts';
import {gpuFinished} from '../../src/gpu/webgl/tools/gpu-fence.ts';
import type {Architecture} from '../../src/network/architecture.ts';
import {paletteOf} from '../../src/network/palette.ts';
import {loadPersonNetwork} from '../../src/network/person/person-network.ts';
import {plainStyle} from '../../src/network/plain-style.ts';
import {createGlCounter, type GlCounter} from './gl-counter.ts';
import {createMovingPicture} from './moving-picture.ts';

/** Everything of a frame but the stylizer: it lives as long as the page. */
export type Stage = {
  gl: WebGL2RenderingContext;
  counter: GlCounter;
  /** Puts the next picture onto the GPU; resolves when it is there. */
  takeFrame(): Promise<void>;
  /** Makes ready what paints regions. */
  openRegions(): Promise<void>;
  /** Renders the picture and shows the painting on the canvas; `takeFrame` comes first. */
  paint(stylizer: Stylizer, showing: Showing): void;
  /** Resolves when the GPU has done all it was given. */
  finished(): Promise<void>;
  /** Resolves after the milliseconds. */
  wait(ms: number): Promise<void>;
};

/** What a painting goes through before it is shown: what the app adds to the network. */
export type Showing = {
  toned?: boolean;
  steady?: boolean;
  enlarged?: boolean;
  /** Persons in one style, what is behind them in another; `openRegions` comes first. */
  regions?: boolean;
};

const REGIONS: Regions = {
  background: {by: 'paint', layer: 0},
  over: [{where: 'person', cover: {by: 'paint', layer: 1}}],
  edge: {threshold: 0.5, feather: 0.25},
};

/** Of the pictures, in pixels, and milliseconds from one to the next. */
const PICTURE = {long: 960, short: 720};
const STEP_MS = 100;

/** Sets the stage for paintings of this size on a canvas that is not in use yet. */
export async function openStage(
  canvas: HTMLCanvasElement,
  architecture: Architecture,
  size: Size,
): Promise<Stage> {
  const gl = openContext(canvas);
  prepareContext(gl);
  const counter = createGlCounter(gl);
  await startTensorFlow(gl);
  const input = createFrameInput(gl);
  const presenter = createPresenter(gl);
  const upright = size.height > size.width;
  const frameSize = upright
    ? {width: PICTURE.short, height: PICTURE.long}
    : {width: PICTURE.long, height: PICTURE.short};
  const pictureAt = createMovingPicture(frameSize);
  const toner = createToner(gl);
  const steadier = createSteadier(gl);
  const palette = paletteOf(new Uint8ClampedArray(4));
  const layer: PaintLayer = {code: {statistics: plainStyle(architecture), palette}, alpha: 1};
  const paint = {layers: [layer], calm: 'normal'} as const;
  const other: PaintLayer = {...layer, code: {statistics: plainStyle(architecture), palette}};
  let regionParts: RegionParts | undefined;
  let frame: Picture | undefined;
  let timeMs = 0;

  const finished = () => gpuFinished(gl, wait);
  return {
    gl,
    counter,
    finished,
    wait,
    async openRegions() {
      const network = await loadPersonNetwork(PERSON_FILES);
      regionParts = createRegionParts(gl, wait);
      await regionParts.findPersons(network, () =>
        Promise.reject(new Error('Expected own passes to find persons.')),
      );
    },
    async takeFrame() {
      input.take(pictureAt((timeMs += STEP_MS)), frameSize);
      frame = input.fit(size);
      await finished();
    },
    paint(stylizer, {toned = false, steady = false, enlarged = false, regions = false}) {
      const taken = frame;
      if (!taken) throw new Error('Expected a frame to have been taken, but there is none.');
      const {texture} = taken;
      const view = {mirror: false, divider: 0, enlarged};
      if (regions) {
        if (!regionParts) throw new Error('Expected regions to be open, but they are not.');
        const divided = regionParts.divide(REGIONS, taken, taken);
        const content = divided?.content([texture, texture]) ?? texture;
        stylizer.render(content, size, [layer, other], (paintings) => {
          presenter.show(divided?.cover(paintings) ?? texture, texture, size, view);
        });
        return;
      }
      stylizer.render(texture, size, [layer], ([painting = texture]) => {
        const coloured = toned ? toner.tone(painting, taken, layer, paint) : painting;
        const shown = steady ? steadier.steady(coloured, taken, paint) : coloured;
        presenter.show(shown, texture, size, view);
      });
    },
  };
}

/** No `setTimeout`: pages get no less than four milliseconds of it once timeouts follow each other. */
function wait(ms: number): Promise<void> {
  return scheduler.postTask(() => {}, {delay: ms});
}
