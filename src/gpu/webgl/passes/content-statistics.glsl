// μ(x) in row 0 and σ(x) in row 1 of each channel, which follow the frames slowly. Columns are groups.
uniform sampler2D stripMeans;
uniform sampler2D stripDeviations;
uniform sampler2D before;
// Rows of blocks in the feature.
uniform int blockRows;
// What this frame counts, 0…1; at 1 there is none before.
uniform float share;

layout(location = 0) out vec4 result;

const float EPSILON = 1e-5;

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  vec4 now;
  if (place.y == 0) {
    now = meanOfStrips(stripMeans, place.x, blockRows);
  } else {
    vec4 variance = vec4(0.0);
    for (int strip = 0; strip < STRIPS; strip++) {
      vec4 deviation = texelFetch(stripDeviations, ivec2(strip, place.x), 0);
      variance += deviation * deviation * float(rowsOfStrip(strip, blockRows));
    }
    now = sqrt(variance / float(blockRows) + EPSILON);
  }
  result = share < 1.0 ? mix(texelFetch(before, place, 0), now, share) : now;
}
