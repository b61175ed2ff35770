import {texelBytes} from './texel-bytes.ts';
import {watchCalls} from './watch-calls.ts';

/** What is known of the textures of a context. */
export type TextureLedger = {
  /** Bytes of all textures that live, with their mipmaps. */
  bytes(): number;
  /**
   * Bytes of one texel of a texture.
   *
   * @throws if the ledger does not know its storage
   */
  texelBytesOf(texture: WebGLTexture): number;
  /** Stops watching; may be called twice. */
  dispose(): void;
};

/** Width, height and layers. */
type Box = [number, number, number];

type Storage = {texelBytes: number; box: Box; texelsByLevel: number[]};

/**
 * Keeps account of a context's textures, 2D and arrays, from now on: their storage by `texImage2D`
 * and `texImage3D`, `texStorage2D` and `texStorage3D`, and `generateMipmap`, until `deleteTexture`.
 */
export function keepTextureLedger(gl: WebGL2RenderingContext): TextureLedger {
  const storages = new Map<WebGLTexture, Storage>();

  function boundTo(target: unknown): WebGLTexture {
    const layered = target === gl.TEXTURE_2D_ARRAY;
    return gl.getParameter(layered ? gl.TEXTURE_BINDING_2D_ARRAY : gl.TEXTURE_BINDING_2D) as object;
  }

  function setLevel(target: unknown, level: unknown, format: unknown, box: Box) {
    const texture = boundTo(target);
    const texelsByLevel = storages.get(texture)?.texelsByLevel ?? [];
    texelsByLevel[Number(level)] = box[0] * box[1] * box[2];
    storages.set(texture, {texelBytes: texelBytes(format), box, texelsByLevel});
  }

  function setStorage(target: unknown, levels: unknown, format: unknown, box: Box) {
    const texelsByLevel = mipmapsOf(box).slice(0, Number(levels));
    storages.set(boundTo(target), {texelBytes: texelBytes(format), box, texelsByLevel});
  }

  const stops = [
    watchCalls(gl, 'texImage2D', ([target, level, format, ...rest]) => {
      // The short form has a picture in place of a size: format, type, picture.
      const size = rest.length === 3 ? sizeOf(rest[2] as TexImageSource) : (rest as number[]);
      setLevel(target, level, format, [size[0] ?? 0, size[1] ?? 0, 1]);
    }),
    watchCalls(gl, 'texImage3D', ([target, level, format, ...box]) => {
      setLevel(target, level, format, box as unknown as Box);
    }),
    watchCalls(gl, 'texStorage2D', ([target, levels, format, width, height]) => {
      setStorage(target, levels, format, [Number(width), Number(height), 1]);
    }),
    watchCalls(gl, 'texStorage3D', ([target, levels, format, ...box]) => {
      setStorage(target, levels, format, box as unknown as Box);
    }),
    watchCalls(gl, 'generateMipmap', ([target]) => {
      const storage = storages.get(boundTo(target));
      if (storage) storage.texelsByLevel = mipmapsOf(storage.box);
    }),
    watchCalls(gl, 'deleteTexture', ([texture]) => {
      storages.delete(texture as WebGLTexture);
    }),
  ];

  return {
    bytes() {
      const all = [...storages.values()];
      return sum(all.map((storage) => storage.texelBytes * sum(storage.texelsByLevel)));
    },
    texelBytesOf(texture) {
      const storage = storages.get(texture);
      if (!storage) throw new Error('Expected a texture made after the ledger was opened.');
      return storage.texelBytes;
    },
    dispose() {
      for (const stop of stops) stop();
    },
  };
}

/** Texels of each level of a whole chain of mipmaps. */
function mipmapsOf([width, height, layers]: Box): number[] {
  const count = Math.floor(Math.log2(Math.max(width, height))) + 1;
  const side = (full: number, level: number) => Math.max(1, full >> level);
  return Array.from({length: count}, (_, level) => {
    return side(width, level) * side(height, level) * layers;
  });
}

function sizeOf(source: TexImageSource): [number, number] {
  if ('videoWidth' in source) return [source.videoWidth, source.videoHeight];
  if ('displayWidth' in source) return [source.displayWidth, source.displayHeight];
  return [source.width, source.height];
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
