// The mean of each row of a map: columns are groups of channels.
out vec4 result;

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0.0);
  for (int x = 0; x < inputSide; x++) sum += inputAt(ivec2(x, place.y), place.x);
  result = sum / float(inputSide);
}
