// Whether a painting flashes more often than three times a second over a quarter of its area: 0 no, 1 yes.
uniform sampler2D cells;

out vec4 risk;

void main() {
  float flashing = 0.0;
  for (int y = 0; y < CELLS.y; y++) {
    for (int x = 0; x < CELLS.x; x++) {
      flashing += smoothstep(2.2, 2.8, texelFetch(cells, ivec2(x, y), 0).b);
    }
  }
  float share = flashing / float(CELLS.x * CELLS.y);
  risk = vec4(smoothstep(0.15, 0.22, share));
}
