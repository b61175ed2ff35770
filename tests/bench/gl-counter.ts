import {keepTextureLedger} from './texture-ledger.ts';
import {watchCalls} from './watch-calls.ts';

/** What draws cost, whatever the machine. */
export type DrawCounts = {
  /** Calls of `drawArrays`, `drawElements` and their kin. */
  draws: number;
  /**
   * Σ over the draws: viewport width · height · Σ over the colour attachments drawn to: bytes per
   * texel. So a draw is taken to cover its viewport once; uploads, clears and blits are no draws.
   */
  bytesWritten: number;
};

/** Counts what is done in a GL context. */
export type GlCounter = {
  /** Counts the draws while `run` runs. Only these are slowed down by the counting. */
  countDraws(run: () => void): DrawCounts;
  /** Bytes of all textures made since the counter that live, with their mipmaps. */
  textureBytes(): number;
  /** Leaves the context as it was; may be called twice. */
  dispose(): void;
};

/** A canvas without alpha is stored with four channels all the same. */
const CANVAS_TEXEL_BYTES = 4;

const DRAW_CALLS = [
  'drawArrays',
  'drawElements',
  'drawArraysInstanced',
  'drawElementsInstanced',
  'drawRangeElements',
] as const;

/** Makes a counter in a context that has no textures yet. */
export function createGlCounter(gl: WebGL2RenderingContext): GlCounter {
  const ledger = keepTextureLedger(gl);
  const targets = Array.from(
    {length: gl.getParameter(gl.MAX_DRAW_BUFFERS) as number},
    (_, index) => index,
  );

  function attachedTexelBytes(index: number): number {
    if (gl.getParameter(gl.DRAW_BUFFER0 + index) === gl.NONE) return 0;
    const attachment = [gl.DRAW_FRAMEBUFFER, gl.COLOR_ATTACHMENT0 + index] as const;
    const type: unknown = gl.getFramebufferAttachmentParameter(
      ...attachment,
      gl.FRAMEBUFFER_ATTACHMENT_OBJECT_TYPE,
    );
    if (type === gl.NONE) return 0;
    if (type !== gl.TEXTURE) throw new Error('Expected draws to textures, but got a renderbuffer.');
    const texture: unknown = gl.getFramebufferAttachmentParameter(
      ...attachment,
      gl.FRAMEBUFFER_ATTACHMENT_OBJECT_NAME,
    );
    return ledger.texelBytesOf(texture as WebGLTexture);
  }

  function bytesOfDraw(): number {
    const [, , width = 0, height = 0] = gl.getParameter(gl.VIEWPORT) as Int32Array;
    const toCanvas = gl.getParameter(gl.DRAW_FRAMEBUFFER_BINDING) === null;
    const texelBytes = toCanvas
      ? CANVAS_TEXEL_BYTES
      : targets.reduce((sum, index) => sum + attachedTexelBytes(index), 0);
    return width * height * texelBytes;
  }

  return {
    countDraws(run) {
      const counts: DrawCounts = {draws: 0, bytesWritten: 0};
      const stops = DRAW_CALLS.map((name) =>
        watchCalls(gl, name, () => {
          counts.draws++;
          counts.bytesWritten += bytesOfDraw();
        }),
      );
      try {
        run();
      } finally {
        for (const stop of stops) stop();
      }
      return counts;
    },
    textureBytes: () => ledger.bytes(),
    dispose() {
      ledger.dispose();
    },
  };
}
