// The mean of each channel over each strip of a feature. Columns are strips, rows groups.
uniform sampler2DArray feature;
uniform ivec4 featureShape;
// The part that is summed up, in blocks: where it begins, and how large it is.
uniform ivec4 blocks;

layout(location = 0) out vec4 result;

void main() {
  int strip = int(gl_FragCoord.x);
  ivec3 start = groupOf(featureShape, int(gl_FragCoord.y)) + ivec3(blocks.xy, 0);
  vec4 sum = vec4(0.0);
  for (int y = strip; y < blocks.w; y += STRIPS) {
    for (int x = 0; x < blocks.z; x++) {
      for (int pixel = 0; pixel < 4; pixel++) {
        sum += texelFetch(feature, start + ivec3(x, y, pixel), 0);
      }
    }
  }
  result = sum / float(max(4 * blocks.z * rowsOfStrip(strip, blocks.w), 1));
}
