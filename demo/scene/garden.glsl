// A garden in the evening, far out of focus: leaves and lamps. Places are -1…1 on each side.
const int LAMPS_LIT = 26;

vec3 lamp(float seed, vec2 place) {
  vec2 middle = vec2(chance(seed + 1.0) * 3.4 - 1.7, chance(seed + 40.0) * 2.0 - 0.75);
  float radius = mix(0.05, 0.16, chance(seed + 80.0));
  float away = length(place - middle) - radius;
  // A lens draws a point as a disc, whose edge is the brightest.
  float disc = smoothstep(0.05, -0.04, away) * (0.65 + 0.35 * smoothstep(-radius, 0.0, away));
  vec3 other = chance(seed + 9.0) < 0.75 ? vec3(1.0, 0.85, 0.55) : vec3(0.45, 0.75, 0.80);
  vec3 colour = mix(vec3(1.0, 0.62, 0.25), other, chance(seed + 120.0));
  float glow = 0.75 + 0.25 * wave(1.0 + floor(2.0 * chance(seed + 5.0)), chance(seed + 7.0));
  return colour * disc * glow * mix(0.12, 1.1, pow(chance(seed + 160.0), 2.0));
}

vec3 garden(vec2 place) {
  float high = smoothstep(-1.0, 1.0, place.y + 0.4 * place.x);
  vec3 light = mix(vec3(0.016, 0.030, 0.034), vec3(0.09, 0.13, 0.12), high);
  float dark = fbm(vec3(2.2 * place, 3.0 + 0.15 * wave(1.0, 0.0)));
  float bright = fbm(vec3(3.1 * place + 7.0, 1.0 + 0.1 * wave(1.0, 0.3)));
  light = mix(light, vec3(0.055, 0.125, 0.04), smoothstep(0.42, 0.62, dark));
  light = mix(light, vec3(0.22, 0.26, 0.07), 0.6 * smoothstep(0.52, 0.75, bright));
  light = mix(light, vec3(0.26, 0.13, 0.06), 0.8 * smoothstep(0.2, 1.6, place.x + 0.3 * place.y));
  for (int i = 0; i < LAMPS_LIT; i++) light += lamp(float(i), place);
  return light;
}
