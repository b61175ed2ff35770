import type {PictureTile} from '../../../src/capture/stills/picture-tile.ts';
import type {PictureWriter} from '../../../src/capture/stills/picture-writer.ts';
import {randomNumbers} from '../../random-numbers.ts';

/** A picture of chance, with an alpha of its own or none. */
export function chancePicture(width: number, height: number, clear: boolean): ImageData {
  const random = randomNumbers(5);
  const picture = new ImageData(width, height);
  for (let place = 0; place < picture.data.length; place++) {
    picture.data[place] = place % 4 === 3 && !clear ? 255 : 256 * random();
  }
  return picture;
}

/** A picture in tiles, row by row. */
export function tilesOf({data, width, height}: ImageData, side: number): PictureTile[] {
  const tiles: PictureTile[] = [];
  for (let y = 0; y < height; y += side) {
    for (let x = 0; x < width; x += side) {
      const size = {width: Math.min(side, width - x), height: Math.min(side, height - y)};
      const pixels = new Uint8ClampedArray(4 * size.width * size.height);
      for (let row = 0; row < size.height; row++) {
        const start = 4 * ((y + row) * width + x);
        pixels.set(data.subarray(start, start + 4 * size.width), 4 * row * size.width);
      }
      tiles.push({x, y, ...size, pixels});
    }
  }
  return tiles;
}

/** What a writer makes of tiles. */
export async function written(writer: PictureWriter, tiles: readonly PictureTile[]): Promise<Blob> {
  for (const tile of tiles) await writer.take({...tile, pixels: tile.pixels.slice()});
  const blob = await writer.finish();
  writer.dispose();
  return blob;
}

/** The pixels of a file, as they are in it. */
export async function pixelsOfFile(file: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(file, {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });
  const {width, height} = bitmap;
  const gl = document.createElement('canvas').getContext('webgl2')!;
  const target = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
  gl.bindFramebuffer(gl.FRAMEBUFFER, target);
  const texture = gl.getParameter(gl.TEXTURE_BINDING_2D) as WebGLTexture;
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const picture = new ImageData(width, height);
  gl.readPixels(
    0,
    0,
    width,
    height,
    gl.RGBA,
    gl.UNSIGNED_BYTE,
    new Uint8Array(picture.data.buffer),
  );
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  bitmap.close();
  return picture;
}
