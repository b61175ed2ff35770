// The mask, 0…1: 2×2 pixels from each of the last map.
uniform int firstWeight;
uniform int inputGroups;
uniform int activation;

out vec4 result;

void main() {
  ivec2 texel = ivec2(gl_FragCoord.xy);
  int weight = firstWeight + 1 + ((texel.y & 1) * 2 + (texel.x & 1)) * inputGroups;
  float sum = weightAt(firstWeight).x;
  for (int group = 0; group < inputGroups; group++) {
    sum += dot(weightAt(weight + group), inputAt(texel >> 1, group));
  }
  result = vec4(steadied(activated(vec4(sum), activation).x, texel));
}
