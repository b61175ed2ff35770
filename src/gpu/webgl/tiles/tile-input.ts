import type {Frame} from '../../frame.ts';
import {PictureRefusedError} from '../../picture-refused-error.ts';
import type {Rectangle} from '../../plan/tile-grid.ts';
import type {Size} from '../../size.ts';
import {cropOf, isClosed, setSampling} from '../picture/frame-input.ts';
import type {Picture} from '../picture/picture.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import {shaderText} from '../tools/shader-text.ts';
import {createTarget, type TargetTexture} from '../tools/target-texture.ts';
import {cutPicture} from './cut-picture.ts';
import fitSource from './fit-part.glsl?raw';

/** Gives parts of a frame as they are painted. Whoever opens one disposes it. */
export type TileInput = {
  /** The whole, with few pixels; can be sampled between them. */
  readonly whole: Picture;
  /**
   * A part of the picture, which may reach beyond its right and lower edges: a texture of half floats that the
   * input owns, and which the next call overwrites. All parts have the same size.
   */
  part(window: Rectangle): Picture;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

/** A frame of more pixels is uploaded in pieces: with its mipmaps, it takes more than 5 bytes each. */
const MOST_AT_ONCE = 12e6;

/** A frame that has so many times the pixels that are painted, on each side, is made smaller first. */
const MUCH_LARGER = 1.5;

/** The whole has sides of so many pixels at most. */
const WHOLE = {shorter: 1024, longer: 2048};

/** Pixels around a piece, and of what it begins at a multiple: the mipmaps of all pieces are those of the whole. */
const PIECE_STEP = 4;

/**
 * Opens a frame to be painted at a size.
 *
 * @param frame shows the same until the input is disposed, and stays the caller's
 * @param size of the picture, in pixels; the frame is cut to its aspect, around its centre
 * @param mostAtOnce pixels that are uploaded at a time
 * @throws PictureRefusedError where the frame cannot be read
 */
export function openTileInput(
  gl: WebGL2RenderingContext,
  frame: Pick<Frame, 'image' | 'size'>,
  size: Size,
  mostAtOnce = MOST_AT_ONCE,
): TileInput {
  if (isClosed(frame.image)) throw new PictureRefusedError('Expected a picture that is open.');
  const longest = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
  const isLarge = ({width, height}: Size) =>
    Math.max(width, height) > longest || width * height > mostAtOnce;
  const crop = cropOf(frame.size, size);
  const pass = createScreenPass(gl, shaderText({}, [fitSource]));
  const uploaded = gl.createTexture();
  setSampling(gl, uploaded, gl.LINEAR_MIPMAP_LINEAR);
  const whole = createTarget(gl, gl.RGBA16F, wholeSize(size));
  setSampling(gl, whole.texture, gl.LINEAR);
  let fitted: TargetTexture | undefined;
  let piece: HTMLCanvasElement | undefined;

  function upload(image: TexImageSource) {
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, uploaded);
    try {
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, image);
    } catch (cause) {
      throw new PictureRefusedError('Expected a picture that may be read.', {cause});
    }
    gl.generateMipmap(gl.TEXTURE_2D);
  }

  /** @param uploadedPart what the texture has of the frame, in 0…1 */
  function draw(target: TargetTexture, of: Size, {x, y}: Rectangle, uploadedPart: Rectangle) {
    pass.draw(target.framebuffer, target, {frame: uploaded}, (shader) => {
      gl.uniform2i(shader.uniform('first'), x, y);
      gl.uniform2f(shader.uniform('size'), of.width, of.height);
      gl.uniform2f(shader.uniform('crop'), crop.width, crop.height);
      gl.uniform4f(
        shader.uniform('piece'),
        uploadedPart.x,
        uploadedPart.y,
        uploadedPart.width,
        uploadedPart.height,
      );
    });
  }

  /** Uploads what a window shows of a source. */
  function uploadPiece(window: Rectangle, source: Pick<Frame, 'image' | 'size'>): Rectangle {
    const {width, height} = source.size;
    const across = pieceOf(window.x, window.width, size.width, crop.width, width);
    const down = pieceOf(window.y, window.height, size.height, crop.height, height);
    const part = {x: across.start, y: down.start, width: across.length, height: down.length};
    piece = cutPicture(source.image, part, part, piece);
    upload(piece);
    return {
      x: part.x / width,
      y: part.y / height,
      width: part.width / width,
      height: part.height / height,
    };
  }

  function dispose() {
    pass.dispose();
    gl.deleteTexture(uploaded);
    whole.dispose();
    fitted?.dispose();
    piece = undefined;
  }

  try {
    const source = isLarge(frame.size) ? madeSmaller(frame, size, crop) : frame;
    const inPieces = isLarge(source.size);
    const few = {width: whole.width / crop.width, height: whole.height / crop.height};
    upload(
      inPieces ? cutPicture(source.image, rectangleOf(source.size), rounded(few)) : source.image,
    );
    draw(whole, whole, ALL, ALL);
    const wholePicture: Picture = {texture: whole.texture, size: wholeSize(size)};
    return {
      whole: wholePicture,
      part(window) {
        const {x, y, width, height} = window;
        fitted ??= createTarget(gl, gl.RGBA16F, {width, height});
        draw(fitted, size, window, inPieces ? uploadPiece(window, source) : ALL);
        const part = {whole: wholePicture, x, y, size};
        return {texture: fitted.texture, size: {width, height}, part};
      },
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** In 0…1. */
const ALL: Rectangle = {x: 0, y: 0, width: 1, height: 1};

function wholeSize({width, height}: Size): Size {
  const scale = Math.min(
    1,
    WHOLE.shorter / Math.min(width, height),
    WHOLE.longer / Math.max(width, height),
  );
  return rounded({width: width * scale, height: height * scale});
}

/** A frame with about as many pixels as are painted, where it has many more. */
function madeSmaller(
  frame: Pick<Frame, 'image' | 'size'>,
  size: Size,
  crop: Size,
): Pick<Frame, 'image' | 'size'> {
  const {width, height} = frame.size;
  const times = Math.min((width * crop.width) / size.width, (height * crop.height) / size.height);
  if (times < MUCH_LARGER) return frame;
  const smaller = rounded({width: width / times, height: height / times});
  return {image: cutPicture(frame.image, rectangleOf(frame.size), smaller), size: smaller};
}

/** Which pixels of a source a window shows, on one axis. */
function pieceOf(
  start: number,
  length: number,
  size: number,
  crop: number,
  sourceSize: number,
): {start: number; length: number} {
  const placeOf = (pixel: number) => ((pixel / size - 0.5) * crop + 0.5) * sourceSize;
  const end = start + length;
  // What is beyond the picture's edge is its mirror image.
  const low = placeOf(Math.min(start, Math.max(0, 2 * size - end))) / PIECE_STEP;
  const high = placeOf(Math.min(end, size)) / PIECE_STEP;
  const from = Math.max(0, (Math.floor(low) - 1) * PIECE_STEP);
  const to = Math.min(sourceSize, (Math.ceil(high) + 1) * PIECE_STEP);
  return {start: from, length: to - from};
}

function rectangleOf({width, height}: Size): Rectangle {
  return {x: 0, y: 0, width, height};
}

function rounded({width, height}: Size): Size {
  return {width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height))};
}
