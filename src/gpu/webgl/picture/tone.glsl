// A painting brought towards the tones of a palette: what a value is among those of its channel, it shall
// be among the style's. `toned` in models/training/palette.py is the same.
uniform sampler2D painting;
uniform sampler2D ranks;
// Quantiles of R, G and B, evenly.
uniform vec3 tones[TONES];
// How far, 0…1.
uniform float share;

out vec4 color;

float rankOf(float value, int channel) {
  float place = clamp(value, 0.0, 1.0) * float(LEVELS - 1);
  int below = min(int(place), LEVELS - 2);
  float low = texelFetch(ranks, ivec2(below, 0), 0)[channel];
  float high = texelFetch(ranks, ivec2(below + 1, 0), 0)[channel];
  return mix(low, high, place - float(below));
}

float toneAt(float rank, int channel) {
  float place = clamp(rank * float(TONES) - 0.5, 0.0, float(TONES - 1));
  int below = min(int(place), TONES - 2);
  return mix(tones[below][channel], tones[below + 1][channel], place - float(below));
}

void main() {
  vec3 own = texelFetch(painting, ivec2(gl_FragCoord.xy), 0).rgb;
  vec3 wanted = vec3(
    toneAt(rankOf(own.r, 0), 0), toneAt(rankOf(own.g, 1), 1), toneAt(rankOf(own.b, 2), 2));
  color = vec4(mix(own, wanted, share), 1.0);
}
