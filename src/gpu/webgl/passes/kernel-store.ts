import type {ArrangedKernel} from '../../plan/arrange-kernel.ts';
import {createNearestTexture} from '../tools/target-texture.ts';

/** A convolution's weights on the GPU, and the tiles of the output that each draw makes. */
export type KernelStore = {
  /** Binds the weights of some tiles; the tiles follow each other. */
  draws: readonly {firstTile: number; tiles: number; firstSlice: number; bind(): void}[];
  /** Puts other weights in their place, as many: an upload, no allocation. */
  update(values: Float32Array<ArrayBuffer>): void;
  /** Frees the weights; may be called twice. */
  dispose(): void;
};

/** Bytes of a vector of four weights in a uniform block. */
const VECTOR_BYTES = 16;

/** How many tiles of an output a uniform block of some bytes has the weights for. */
export function tilesPerBlock(
  {columns, rows, slicesPerTile}: ArrangedKernel,
  blockBytes: number,
): number {
  return Math.floor(blockBytes / (columns * rows * slicesPerTile * VECTOR_BYTES));
}

/** Puts weights into a texture, which `draws` binds to a texture unit. */
export function storeInTexture(
  gl: WebGL2RenderingContext,
  {values, columns, rows, slices, slicesPerTile}: ArrangedKernel,
  format: GLenum,
  unit: number,
): KernelStore {
  const kind = gl.TEXTURE_2D_ARRAY;
  const texture = createNearestTexture(gl, kind);
  gl.texStorage3D(kind, 1, format, columns, rows, slices);
  const bind = () => {
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(kind, texture);
  };
  const update = (others: Float32Array<ArrayBuffer>) => {
    bind();
    gl.texSubImage3D(kind, 0, 0, 0, 0, columns, rows, slices, gl.RGBA, gl.FLOAT, others);
  };
  update(values);
  return {
    update,
    draws: [{firstTile: 0, tiles: slices / slicesPerTile, firstSlice: 0, bind}],
    dispose: () => {
      gl.deleteTexture(texture);
    },
  };
}

/** Puts weights into uniform buffers, as many as it takes, which `draws` binds to point 0. */
export function storeInBlocks(
  gl: WebGL2RenderingContext,
  kernel: ArrangedKernel,
  blockBytes: number,
): KernelStore {
  const perBlock = tilesPerBlock(kernel, blockBytes);
  const {columns, rows, slicesPerTile} = kernel;
  const tileLength = columns * rows * slicesPerTile * 4;
  const tileCount = kernel.slices / slicesPerTile;
  const blocks: (KernelStore['draws'][number] & {
    buffer: WebGLBuffer;
    start: number;
    end: number;
  })[] = [];
  for (let firstTile = 0; firstTile < tileCount; firstTile += perBlock) {
    const tiles = Math.min(perBlock, tileCount - firstTile);
    const [start, end] = [firstTile * tileLength, (firstTile + tiles) * tileLength];
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.UNIFORM_BUFFER, buffer);
    // A buffer smaller than the block it is bound to would be an error.
    gl.bufferData(gl.UNIFORM_BUFFER, blockBytes, gl.DYNAMIC_DRAW);
    const bind = () => {
      gl.bindBufferBase(gl.UNIFORM_BUFFER, 0, buffer);
    };
    const firstSlice = firstTile * slicesPerTile;
    blocks.push({firstTile, tiles, firstSlice, bind, buffer, start, end});
  }
  const update = (values: Float32Array<ArrayBuffer>) => {
    for (const {buffer, start, end} of blocks) {
      gl.bindBuffer(gl.UNIFORM_BUFFER, buffer);
      gl.bufferSubData(gl.UNIFORM_BUFFER, 0, values, start, end - start);
    }
    gl.bindBuffer(gl.UNIFORM_BUFFER, null);
  };
  update(kernel.values);
  return {
    draws: blocks,
    update,
    dispose() {
      for (const {buffer} of blocks) gl.deleteBuffer(buffer);
    },
  };
}
