/** How numbers are kept on the GPU; sums are always in full floats. */
export type FloatFormats = {
  /** Of feature maps and of weights in textures. */
  maps: GLenum;
  /** Of statistics: full floats where the GPU can draw to them. */
  statistics: GLenum;
  /** Of the painting. */
  picture: GLenum;
};

/**
 * The formats to use in a context.
 *
 * @param floats `half`: 11 bits of every number, what GPUs are fast with; `full`: for comparing
 */
export function floatFormats(gl: WebGL2RenderingContext, floats: 'half' | 'full'): FloatFormats {
  if (floats === 'full') return {maps: gl.RGBA32F, statistics: gl.RGBA32F, picture: gl.RGBA32F};
  const canDrawFull = gl.getExtension('EXT_color_buffer_float') !== null;
  return {
    maps: gl.RGBA16F,
    statistics: canDrawFull ? gl.RGBA32F : gl.RGBA16F,
    picture: gl.RGBA8,
  };
}
