// A feature is summed up in strips: strip s has the rows of blocks s, s + STRIPS, s + 2·STRIPS …
int rowsOfStrip(int strip, int rows) {
  return (rows - strip + STRIPS - 1) / STRIPS;
}

vec4 meanOfStrips(sampler2D means, int group, int rows) {
  vec4 sum = vec4(0.0);
  for (int strip = 0; strip < STRIPS; strip++) {
    sum += texelFetch(means, ivec2(strip, group), 0) * float(rowsOfStrip(strip, rows));
  }
  return sum / float(rows);
}
