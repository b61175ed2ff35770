// What share of a painting's values lies below each of the levels, for R, G and B; it follows the
// paintings slowly. A texel each, the lowest level first. `ranks_of` in models/training/palette.py is the same.
uniform sampler2D painting;
uniform sampler2D before;
// What this painting counts, 0…1; at 1 there is none before.
uniform float share;

out vec4 ranks;

// Pixels that are looked at, on each side.
const int SIDE = 32;
// A value counts by and by over this width, so that no noise of the one in a flat painting is spread.
const float RAMP = 1.0 / 16.0;

void main() {
  int place = int(gl_FragCoord.x);
  float level = float(place) / float(LEVELS - 1);
  ivec2 size = textureSize(painting, 0);
  vec3 sum = vec3(0.0);
  for (int y = 0; y < SIDE; y++) {
    for (int x = 0; x < SIDE; x++) {
      vec3 value = texelFetch(painting, (2 * ivec2(x, y) + 1) * size / (2 * SIDE), 0).rgb;
      sum += clamp((level - value) / RAMP + 0.5, 0.0, 1.0);
    }
  }
  vec3 now = sum / float(SIDE * SIDE);
  ranks = vec4(share < 1.0 ? mix(texelFetch(before, ivec2(place, 0), 0).rgb, now, share) : now, 1.0);
}
