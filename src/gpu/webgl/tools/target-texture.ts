import type {Size} from '../../size.ts';

/** A texture that a pass draws to, texel for texel. */
export type TargetTexture = Size & {
  texture: WebGLTexture;
  framebuffer: WebGLFramebuffer;
  /** Frees both; may be called twice. */
  dispose(): void;
};

/** Makes a plain texture to draw to. */
export function createTarget(
  gl: WebGL2RenderingContext,
  format: GLenum,
  {width, height}: Size,
): TargetTexture {
  const texture = createNearestTexture(gl, gl.TEXTURE_2D);
  gl.texStorage2D(gl.TEXTURE_2D, 1, format, width, height);
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  return targetOf(gl, texture, framebuffer, {width, height});
}

/** Makes an array texture all of whose layers are drawn to at once. */
export function createArrayTarget(
  gl: WebGL2RenderingContext,
  format: GLenum,
  {width, height, layers}: Size & {layers: number},
): TargetTexture {
  const texture = createNearestTexture(gl, gl.TEXTURE_2D_ARRAY);
  gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, format, width, height, layers);
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  const attachments = Array.from({length: layers}, (_, layer) => gl.COLOR_ATTACHMENT0 + layer);
  attachments.forEach((attachment, layer) => {
    gl.framebufferTextureLayer(gl.FRAMEBUFFER, attachment, texture, 0, layer);
  });
  gl.drawBuffers(attachments);
  return targetOf(gl, texture, framebuffer, {width, height});
}

/** A texture that is read texel by texel, bound to the first unit and without storage yet. */
export function createNearestTexture(gl: WebGL2RenderingContext, kind: GLenum): WebGLTexture {
  const texture = gl.createTexture();
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(kind, texture);
  gl.texParameteri(kind, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(kind, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.texParameteri(kind, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(kind, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

function targetOf(
  gl: WebGL2RenderingContext,
  texture: WebGLTexture,
  framebuffer: WebGLFramebuffer,
  size: Size,
): TargetTexture {
  return {
    ...size,
    texture,
    framebuffer,
    dispose() {
      gl.deleteTexture(texture);
      gl.deleteFramebuffer(framebuffer);
    },
  };
}
