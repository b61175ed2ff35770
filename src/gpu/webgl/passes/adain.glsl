// AdaIN as a scale (row 0) and a shift (row 1) of each channel, blended with the content by alpha:
// (1 − α) x + α (σ(s) (x − μ(x)) / σ(x) + μ(s)). Columns are groups.
uniform sampler2D stripMeans;
uniform sampler2D stripDeviations;
// Rows of blocks in the feature.
uniform int blockRows;
// μ(s) in row 0, σ(s) in row 1.
uniform sampler2D style;
uniform float alpha;

layout(location = 0) out vec4 result;

const float EPSILON = 1e-5;

void main() {
  int group = int(gl_FragCoord.x);
  vec4 mean = meanOfStrips(stripMeans, group, blockRows);
  vec4 variance = vec4(0.0);
  for (int strip = 0; strip < STRIPS; strip++) {
    vec4 deviation = texelFetch(stripDeviations, ivec2(strip, group), 0);
    variance += deviation * deviation * float(rowsOfStrip(strip, blockRows));
  }
  vec4 ratio = texelFetch(style, ivec2(group, 1), 0) / sqrt(variance / float(blockRows) + EPSILON);
  vec4 scale = 1.0 - alpha + alpha * ratio;
  vec4 shift = alpha * (texelFetch(style, ivec2(group, 0), 0) - mean * ratio);
  result = gl_FragCoord.y < 1.0 ? scale : shift;
}
