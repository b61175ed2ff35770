// A convolution's weights from a uniform block, which holds those of some slices from `firstSlice` on.
layout(std140) uniform Weights {
  vec4 weights[BLOCK_VECTORS];
};
uniform int firstSlice;
uniform int weightRows;

vec4 weightAt(int slice, int row, int column) {
  return weights[((slice - firstSlice) * weightRows + row) * WEIGHT_COLUMNS + column];
}
