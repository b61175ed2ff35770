// How often the light of each cell of a painting turns, from brighter to darker and back (WCAG 2.3.1: changes
// of a tenth and more of relative luminance, the darker state below 0.8). A texel a cell: the extreme since the
// last turn, whether it is a bright one (1) or a dark one (−1), and flashes in the past second, two turns each.
uniform sampler2D painting;
uniform sampler2D before;
// What is left of what was counted, 0…1; 0 for the first painting.
uniform float kept;

out vec4 cell;

// Pixels that are looked at in a cell, on each side.
const int SIDE = 4;
const float CHANGE = 0.1;
const float DARK = 0.8;

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  ivec2 size = textureSize(painting, 0);
  float light = 0.0;
  for (int y = 0; y < SIDE; y++) {
    for (int x = 0; x < SIDE; x++) {
      ivec2 spot = SIDE * place + ivec2(x, y);
      ivec2 texel = (2 * spot + 1) * size / (2 * SIDE * CELLS);
      vec3 rgb = clamp(texelFetch(painting, texel, 0).rgb, 0.0, 1.0);
      light += dot(pow(rgb, vec3(2.2)), vec3(0.2126, 0.7152, 0.0722));
    }
  }
  light /= float(SIDE * SIDE);

  vec4 known = kept > 0.0 ? texelFetch(before, place, 0) : vec4(light, 1.0, 0.0, 1.0);
  float turn = known.g;
  float extreme = turn > 0.0 ? max(known.r, light) : min(known.r, light);
  float flashes = known.b * kept;
  if (abs(extreme - light) >= CHANGE && min(extreme, light) < DARK) {
    turn = -turn;
    extreme = light;
    flashes += 0.5;
  }
  cell = vec4(extreme, turn, flashes, 1.0);
}
