// The mask, 0…1: 2×2 pixels from each of the last map. What is not sure stays nearer to what was there before.
uniform int firstWeight;
uniform int inputGroups;
uniform int activation;
uniform sampler2D before;
// What the mask before counts where nothing is sure, 0…1; 0 for the first.
uniform float kept;

out vec4 result;

void main() {
  ivec2 texel = ivec2(gl_FragCoord.xy);
  int weight = firstWeight + 1 + ((texel.y & 1) * 2 + (texel.x & 1)) * inputGroups;
  float sum = weightAt(firstWeight).x;
  for (int group = 0; group < inputGroups; group++) {
    sum += dot(weightAt(weight + group), inputAt(texel >> 1, group));
  }
  float now = activated(vec4(sum), activation).x;
  float sure = (2.0 * now - 1.0) * (2.0 * now - 1.0);
  float then = kept > 0.0 ? texelFetch(before, texel, 0).r : now;
  result = vec4(mix(now, then, kept * (1.0 - sure)));
}
