// What the means of a map's channels say of each of its channels: squeeze and excite (Hu et al. 2018), by one or
// two dense layers. A texel a group.
uniform int inputGroups;
// 0 where there is one layer only.
uniform int hiddenGroups;
uniform int firstHidden;
uniform int firstWeight;
uniform int hiddenActivation;
uniform int activation;

out vec4 result;

vec4 dense(vec4 values[MOST_GROUPS], int count, int first, int group) {
  int weight = first + group * (4 * count + 1);
  vec4 sum = weightAt(weight);
  weight++;
  for (int from = 0; from < count; from++) {
    vec4 value = values[from];
    sum += value.x * weightAt(weight) + value.y * weightAt(weight + 1);
    sum += value.z * weightAt(weight + 2) + value.w * weightAt(weight + 3);
    weight += 4;
  }
  return sum;
}

void main() {
  vec4 means[MOST_GROUPS];
  for (int group = 0; group < inputGroups; group++) {
    vec4 sum = vec4(0.0);
    for (int row = 0; row < inputSide; row++) sum += texelFetch(map, ivec2(group, row), 0);
    means[group] = sum / float(inputSide);
  }
  int count = inputGroups;
  if (hiddenGroups > 0) {
    vec4 hidden[MOST_GROUPS];
    for (int group = 0; group < hiddenGroups; group++) {
      hidden[group] = activated(dense(means, inputGroups, firstHidden, group), hiddenActivation);
    }
    for (int group = 0; group < hiddenGroups; group++) means[group] = hidden[group];
    count = hiddenGroups;
  }
  result = activated(dense(means, count, firstWeight, int(gl_FragCoord.x)), activation);
}
