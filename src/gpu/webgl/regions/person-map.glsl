// Maps of the network that finds persons: groups of four channels below each other, a texel a pixel; and all
// weights of it in one texture, row by row.
uniform sampler2D weights;
uniform sampler2D map;
// Width and height of what is read, and of what is drawn.
uniform int inputSide;
uniform int outputSide;
#ifdef GATED
// A factor for each group of channels, side by side.
uniform sampler2D gate;
#endif
#ifdef PLUS
uniform sampler2D plus;
#endif

vec4 weightAt(int place) {
  return texelFetch(weights, ivec2(place % WEIGHTS_WIDTH, place / WEIGHTS_WIDTH), 0);
}

vec4 inputAt(ivec2 place, int group) {
  ivec2 texel = place + ivec2(0, group * inputSide);
  vec4 value = texelFetch(map, texel, 0);
#ifdef GATED
  value *= texelFetch(gate, ivec2(group, 0), 0);
#endif
#ifdef PLUS
  value += texelFetch(plus, texel, 0);
#endif
  return value;
}

vec4 activated(vec4 value, int activation) {
  if (activation == RELU) return max(value, 0.0);
  if (activation == HARD_SWISH) return value * clamp(value + 3.0, 0.0, 6.0) / 6.0;
  if (activation == SIGMOID) return 1.0 / (1.0 + exp(-value));
  return value;
}
