import type {PaintedMask} from '../../painter.ts';

/** Holds what somebody has painted on the GPU. */
export type MaskTexture = {
  /** The mask as it is now, sampled between its pixels; uploaded where it is another than before. */
  of(mask: PaintedMask): WebGLTexture;
  /** Frees it; may be called twice. */
  dispose(): void;
};

/** Makes one in this context. */
export function createMaskTexture(gl: WebGL2RenderingContext): MaskTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
  }
  for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
    gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
  }
  let known: PaintedMask | undefined;

  return {
    of({picture, version}) {
      if (known?.picture !== picture || known.version !== version) {
        gl.activeTexture(gl.TEXTURE0);
        gl.bindTexture(gl.TEXTURE_2D, texture);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, picture);
        known = {picture, version};
      }
      return texture;
    },
    dispose() {
      gl.deleteTexture(texture);
    },
  };
}
