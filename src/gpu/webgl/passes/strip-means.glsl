// The mean of each channel over each strip of a feature. Columns are strips, rows groups.
uniform sampler2DArray feature;
uniform ivec4 featureShape;

layout(location = 0) out vec4 result;

void main() {
  int strip = int(gl_FragCoord.x);
  ivec3 start = groupOf(featureShape, int(gl_FragCoord.y));
  ivec2 blocks = featureShape.xy / 2;
  vec4 sum = vec4(0.0);
  for (int y = strip; y < blocks.y; y += STRIPS) {
    for (int x = 0; x < blocks.x; x++) {
      for (int pixel = 0; pixel < 4; pixel++) {
        sum += texelFetch(feature, start + ivec3(x, y, pixel), 0);
      }
    }
  }
  result = sum / float(max(4 * blocks.x * rowsOfStrip(strip, blocks.y), 1));
}
