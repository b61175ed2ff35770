// How much of a cell of the mask persons cover.
uniform highp sampler2D mask;

out vec4 color;

void main() {
  ivec2 corner = CELL * ivec2(gl_FragCoord.xy);
  float sum = 0.0;
  for (int y = 0; y < CELL; y++) {
    for (int x = 0; x < CELL; x++) sum += smoothstep(0.3, 0.7, texelFetch(mask, corner + ivec2(x, y), 0).r);
  }
  color = vec4(sum / float(CELL * CELL));
}
