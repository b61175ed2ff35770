// Chance that is the same each time, and what is smooth of it: 0…1.
float chance(float seed) {
  return fract(sin(seed * 127.1) * 43758.5453);
}

float chanceAt(vec3 cell) {
  vec3 p = 17.0 * fract(cell * 0.3183099 + 0.1);
  return fract(p.x * p.y * p.z * (p.x + p.y + p.z));
}

float noise(vec3 place) {
  vec3 cell = floor(place);
  vec3 share = smoothstep(0.0, 1.0, fract(place));
  vec2 k = vec2(0.0, 1.0);
  vec4 front = vec4(chanceAt(cell), chanceAt(cell + k.yxx), chanceAt(cell + k.xyx), chanceAt(cell + k.yyx));
  vec4 back = vec4(chanceAt(cell + k.xxy), chanceAt(cell + k.yxy), chanceAt(cell + k.xyy), chanceAt(cell + k.yyy));
  vec4 plane = mix(front, back, share.z);
  vec2 line = mix(plane.xy, plane.zw, share.y);
  return mix(line.x, line.y, share.x);
}

// Noise of four sizes.
float fbm(vec3 place) {
  return 0.5 * noise(place) + 0.25 * noise(2.03 * place) + 0.125 * noise(4.1 * place) + 0.0625 * noise(8.3 * place);
}
