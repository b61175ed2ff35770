// A convolution, of all channels or (DEPTHWISE) of each by itself; what is beyond the edge is 0.
uniform int firstWeight;
uniform int inputGroups;
uniform int stride;
// Taps before a pixel.
uniform int before;
uniform int activation;
#ifdef ADDED
uniform sampler2D added;
#endif

out vec4 result;

void main() {
  ivec2 texel = ivec2(gl_FragCoord.xy);
  int group = texel.y / outputSide;
  ivec2 first = ivec2(texel.x, texel.y % outputSide) * stride - before;
#ifdef DEPTHWISE
  int weight = firstWeight + group * (SIDE * SIDE + 1);
#else
  int weight = firstWeight + group * (4 * SIDE * SIDE * inputGroups + 1);
#endif
  vec4 sum = weightAt(weight);
  weight++;
  for (int tap = 0; tap < SIDE * SIDE; tap++) {
    ivec2 place = first + ivec2(tap % SIDE, tap / SIDE);
    bool inside = min(place.x, place.y) >= 0 && max(place.x, place.y) < inputSide;
#ifdef DEPTHWISE
    if (inside) sum += weightAt(weight) * inputAt(place, group);
    weight++;
#else
    if (!inside) {
      weight += 4 * inputGroups;
      continue;
    }
    for (int from = 0; from < inputGroups; from++) {
      vec4 value = inputAt(place, from);
      sum += value.x * weightAt(weight) + value.y * weightAt(weight + 1);
      sum += value.z * weightAt(weight + 2) + value.w * weightAt(weight + 3);
      weight += 4;
    }
#endif
  }
  result = activated(sum, activation);
#ifdef ADDED
  result += texelFetch(added, texel, 0);
#endif
}
