// A blurred picture; of what a mask leaves out, if asked, so that nothing of a person is smeared over what is behind.
// SHRINK: a texel for 4×4 pixels, times what is seen of them, which goes into alpha. Then a bell along a line, twice;
// LAST: the colour of what is seen.
uniform sampler2D picture;
#ifdef SHRINK
uniform sampler2D mask;
uniform bool masked;
#else
uniform ivec2 direction;
uniform int radius;
#endif

out vec4 color;

const float SEEN = 1.0 / 256.0;

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  ivec2 last = textureSize(picture, 0) - 1;
  vec4 sum = vec4(0.0);
#ifdef SHRINK
  for (int tap = 0; tap < 16; tap++) {
    ivec2 texel = min(4 * place + ivec2(tap & 3, tap >> 2), last);
    float seen = masked ? 1.0 - texelFetch(mask, texel, 0).r + SEEN : 1.0;
    sum += vec4(texelFetch(picture, texel, 0).rgb * seen, seen);
  }
  color = sum / 16.0;
#else
  float weights = 0.0;
  for (int away = -radius; away <= radius; away++) {
    float weight = exp(-4.5 * float(away * away) / float(radius * radius));
    sum += weight * texelFetch(picture, clamp(place + away * direction, ivec2(0), last), 0);
    weights += weight;
  }
  color = sum / weights;
#ifdef LAST
  color /= color.a;
#endif
#endif
}
