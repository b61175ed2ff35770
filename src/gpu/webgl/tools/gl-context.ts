/** Why this machine cannot paint: no WebGL2, or no float textures to draw to. */
export class GpuUnsupportedError extends Error {
  override name = 'GpuUnsupportedError';
  readonly lacks: 'webgl2' | 'float-targets';

  constructor(lacks: 'webgl2' | 'float-targets') {
    super(
      `Expected ${lacks === 'webgl2' ? 'WebGL2' : 'float render targets'}, but there are none.`,
    );
    this.lacks = lacks;
  }
}

const ATTRIBUTES: WebGLContextAttributes = {
  // The background may be left out; what is painted elsewhere is opaque.
  alpha: true,
  antialias: false,
  depth: false,
  stencil: false,
  premultipliedAlpha: true,
  preserveDrawingBuffer: false,
  powerPreference: 'high-performance',
};

/** A GPU that has just gone away gives no context until it is back: it is asked again so often. */
const TRIES = 8;

/** Between two tries, in milliseconds. */
const REST_MS = 250;

/**
 * The one GL context of the page, on the one visible canvas; TensorFlow.js and our own passes
 * share it. A second call gives the same context.
 *
 * @throws GpuUnsupportedError where there is none
 */
export function openContext(canvas: HTMLCanvasElement): WebGL2RenderingContext {
  const gl = canvas.getContext('webgl2', ATTRIBUTES);
  if (!gl) throw new GpuUnsupportedError('webgl2');
  return gl;
}

/**
 * The same, asked for again for a while where there is none.
 *
 * @param wait resolves after the milliseconds given
 * @throws GpuUnsupportedError
 */
export async function awaitContext(
  canvas: HTMLCanvasElement,
  wait: (ms: number) => Promise<void>,
): Promise<WebGL2RenderingContext> {
  for (let left = TRIES; left > 1; left--) {
    try {
      return openContext(canvas);
    } catch {
      await wait(REST_MS);
    }
  }
  return openContext(canvas);
}

/**
 * Switches on what the passes need in a context that is new, or came back.
 *
 * @throws GpuUnsupportedError where the network cannot run
 */
export function prepareContext(gl: WebGL2RenderingContext): void {
  // Full floats to render to; half floats are enough for the network, with less precision.
  const targets =
    gl.getExtension('EXT_color_buffer_float') ?? gl.getExtension('EXT_color_buffer_half_float');
  if (!targets && !gl.isContextLost()) throw new GpuUnsupportedError('float-targets');
  // The one state that a new context has otherwise than TensorFlow.js leaves it and that shows.
  gl.disable(gl.DITHER);
}
