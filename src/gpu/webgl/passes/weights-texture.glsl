// A convolution's weights from a texture, as arrange-kernel.ts lays them out: every fragment of a
// slice reads the same texels in the same order.
uniform sampler2DArray weights;

vec4 weightAt(int slice, int row, int column) {
  return texelFetch(weights, ivec3(column, row, slice), 0);
}
