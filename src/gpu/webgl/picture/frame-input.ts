import {PictureRefusedError} from '../../picture-refused-error.ts';
import type {Size} from '../../size.ts';
import {readTexture} from '../tools/read-texture.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import fragmentSource from './fit-frame.glsl?raw';
import {type Picture, sameSize} from './picture.ts';

/** Takes frames of any size in, and holds the newest one on the GPU. */
export type FrameInput = {
  /**
   * Uploads a frame.
   *
   * @throws PictureRefusedError where it cannot be read; what was there may be gone
   */
  take(frame: TexImageSource, frameSize: Size): void;
  /**
   * The frame that was taken last, cut to the aspect of `size` around its centre and resized; there
   * must be one. An RGBA8 texture, which the input owns and the next frame or size overwrites.
   */
  fit(size: Size): Picture;
  /** The size of the frame that was taken last; undefined before the first. */
  readonly frameSize: Size | undefined;
  /** The frame that was taken last, read back from the GPU; there must be one. */
  read(): ImageData;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** Makes a frame input in this context. */
export function createFrameInput(gl: WebGL2RenderingContext): FrameInput {
  const pass = createScreenPass(gl, fragmentSource);
  const longestSide = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  const uploaded = gl.createTexture();
  // Mipmaps: a camera frame shrunk four times by single taps would shimmer.
  setSampling(gl, uploaded, gl.LINEAR_MIPMAP_LINEAR);
  const fitted = gl.createTexture();
  setSampling(gl, fitted, gl.LINEAR);
  const target = gl.createFramebuffer();
  let fittedSize: Size | undefined;
  let uploadedSize: Size | undefined;
  /** Undefined until the frame is fitted. */
  let current: Picture | undefined;

  function resize(size: Size) {
    if (sameSize(fittedSize, size)) return;
    gl.bindTexture(gl.TEXTURE_2D, fitted);
    const {width, height} = size;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    gl.bindFramebuffer(gl.FRAMEBUFFER, target);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, fitted, 0);
    fittedSize = {width, height};
  }

  function sizeOfUploaded(): Size {
    if (!uploadedSize) throw new Error('Expected a frame that was taken, but there is none yet.');
    return uploadedSize;
  }

  return {
    take(frame, {width, height}) {
      if (isClosed(frame)) throw new PictureRefusedError('Expected a picture, but it is closed.');
      if (!(Math.max(width, height) <= longestSide)) {
        throw new PictureRefusedError(
          `Expected a picture within ${longestSide} × ${longestSide}, but got ${width} × ${height}.`,
        );
      }
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, uploaded);
      try {
        // texImage2D, not texSubImage2D: only that copies a video from GPU to GPU in Chromium.
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, frame);
      } catch (cause) {
        throw new PictureRefusedError('Expected a picture that may be read.', {cause});
      }
      gl.generateMipmap(gl.TEXTURE_2D);
      uploadedSize = {width, height};
      current = undefined;
    },
    fit(size) {
      const {width, height} = cropOf(sizeOfUploaded(), size);
      if (current && sameSize(current.size, size)) return current;
      gl.activeTexture(gl.TEXTURE0);
      resize(size);
      pass.draw(target, size, {frame: uploaded}, (shader) => {
        gl.uniform2f(shader.uniform('crop'), width, height);
      });
      return (current = {texture: fitted, size});
    },
    get frameSize() {
      return uploadedSize;
    },
    read() {
      const size = sizeOfUploaded();
      const bytes = new Uint8ClampedArray(readTexture(gl, uploaded, size).buffer);
      return new ImageData(bytes, size.width, size.height);
    },
    dispose() {
      pass.dispose();
      gl.deleteTexture(uploaded);
      gl.deleteTexture(fitted);
      gl.deleteFramebuffer(target);
    },
  };
}

/** The largest part of a frame that has the aspect of `size`, as fractions of the frame. */
export function cropOf(frame: Size, size: Size): Size {
  const ratio = size.width / size.height / (frame.width / frame.height);
  return {width: Math.min(1, ratio), height: Math.min(1, 1 / ratio)};
}

/** Whether a frame is closed: GL would only note an error, and keep the frame before. */
export function isClosed(frame: TexImageSource): boolean {
  if (!('close' in frame)) return false;
  return ('displayWidth' in frame ? frame.displayWidth : frame.width) === 0;
}

/** Has a texture sampled between its pixels, and not beyond its edges. */
export function setSampling(
  gl: WebGL2RenderingContext,
  texture: WebGLTexture,
  minification: GLenum,
): void {
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, minification);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
}
