// The root mean square deviation from the channel's mean over each strip of a feature. Columns are
// strips, rows groups. Roots rather than squares: they fit half floats where those are all there is.
uniform sampler2DArray feature;
uniform ivec4 featureShape;
// The part that is summed up, in blocks: where it begins, and how large it is.
uniform ivec4 blocks;
uniform sampler2D stripMeans;

layout(location = 0) out vec4 result;

void main() {
  int strip = int(gl_FragCoord.x);
  int group = int(gl_FragCoord.y);
  ivec3 start = groupOf(featureShape, group) + ivec3(blocks.xy, 0);
  vec4 mean = meanOfStrips(stripMeans, group, blocks.w);
  vec4 squares = vec4(0.0);
  for (int y = strip; y < blocks.w; y += STRIPS) {
    for (int x = 0; x < blocks.z; x++) {
      for (int pixel = 0; pixel < 4; pixel++) {
        vec4 deviation = texelFetch(feature, start + ivec3(x, y, pixel), 0) - mean;
        squares += deviation * deviation;
      }
    }
  }
  result = sqrt(squares / float(max(4 * blocks.z * rowsOfStrip(strip, blocks.w), 1)));
}
