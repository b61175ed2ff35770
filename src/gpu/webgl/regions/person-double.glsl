// A map twice as wide and high, bilinear: pixels are squares.
out vec4 result;

void main() {
  ivec2 texel = ivec2(gl_FragCoord.xy);
  int group = texel.y / outputSide;
  vec2 exact = (vec2(texel.x, texel.y % outputSide) + 0.5) / 2.0 - 0.5;
  vec2 part = fract(exact);
  ivec2 low = ivec2(floor(exact));
  ivec2 high = min(low + 1, inputSide - 1);
  low = max(low, 0);
  vec4 above = mix(inputAt(low, group), inputAt(ivec2(high.x, low.y), group), part.x);
  vec4 below = mix(inputAt(ivec2(low.x, high.y), group), inputAt(high, group), part.x);
  result = mix(above, below, part.y);
}
