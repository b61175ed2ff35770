import type {Page} from 'playwright';

/** What a page has asked of its canvases since it was loaded. */
export type GraphicsCalls = {
  /** Frames drawn on the visible canvas. */
  frames: number;
  /** When the first of them was drawn, in milliseconds since the page was asked for. */
  firstFrameMs: number | null;
  /** Textures created and not yet deleted. */
  textures: number;
  /** Style pictures given to the encoder: those of the gallery are the only ones of 512 × 512. */
  styleUploads: number;
  /** Calls that bring pixels from the GPU to the CPU. */
  readBacks: number;
  /** What the visible canvas showed after each frame, while `watched`: a fingerprint a frame. */
  pictures: string[];
  watched: boolean;
};

declare global {
  interface Window {
    graphicsCalls: GraphicsCalls;
  }
}

/** Counts what the page asks of its canvases, from its first script on; see `graphicsCalls`. */
export async function spyOnGraphics(page: Page): Promise<void> {
  await page.addInitScript(countCalls);
}

/** What has been counted since the page was loaded. */
export function graphicsCalls(page: Page): Promise<GraphicsCalls> {
  return page.evaluate(() => window.graphicsCalls);
}

/** Waits until the page has drawn so many more frames. */
export async function waitForFrames(page: Page, count: number): Promise<void> {
  const {frames} = await graphicsCalls(page);
  await page.waitForFunction((wanted) => window.graphicsCalls.frames >= wanted, frames + count);
}

/** Begins to take a fingerprint of every frame. */
export async function watchPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window.graphicsCalls, {watched: true, pictures: []});
  });
}

/** Runs in the page, so everything it needs is inside. */
function countCalls() {
  const calls = {
    frames: 0,
    firstFrameMs: null as number | null,
    textures: 0,
    styleUploads: 0,
    readBacks: 0,
    pictures: [] as string[],
    watched: false,
  };
  window.graphicsCalls = calls;
  const webgl = WebGL2RenderingContext.prototype;
  const flat = CanvasRenderingContext2D.prototype;
  const {getImageData} = flat;
  const small = Object.assign(document.createElement('canvas'), {width: 16, height: 16});
  const sketch = small.getContext('2d', {willReadFrequently: true});
  let drawsOnCanvas = true;

  after(webgl, 'createTexture', () => calls.textures++);
  after(webgl, 'deleteTexture', (_, [texture]) => {
    if (texture) calls.textures--;
  });
  after(webgl, 'readPixels', () => calls.readBacks++);
  after(webgl, 'getBufferSubData', () => calls.readBacks++);
  after(flat, 'getImageData', () => calls.readBacks++);
  after(webgl, 'texImage2D', (_, parameters) => {
    const picture = parameters.at(-1);
    if (picture instanceof HTMLCanvasElement && picture.width === 512 && picture.height === 512) {
      calls.styleUploads++;
    }
  });
  after(webgl, 'bindFramebuffer', (_, [, framebuffer]) => {
    drawsOnCanvas = framebuffer === null;
  });
  after(webgl, 'drawArrays', ({canvas}) => {
    if (!drawsOnCanvas) return;
    calls.frames++;
    calls.firstFrameMs ??= performance.now();
    if (!calls.watched || !sketch) return;
    sketch.drawImage(canvas, 0, 0, 16, 16);
    calls.pictures.push(getImageData.call(sketch, 0, 0, 16, 16).data.join());
  });

  function after<Target extends object>(
    prototype: Target,
    name: keyof Target & string,
    listener: (target: Target, parameters: unknown[]) => void,
  ) {
    const original = prototype[name] as (...parameters: unknown[]) => unknown;
    const counted = function (this: Target, ...parameters: unknown[]) {
      const result = original.apply(this, parameters);
      listener(this, parameters);
      return result;
    };
    Object.assign(prototype, {[name]: counted});
  }
}
