// How the person moves: all is made of waves that fit the loop, so that it has no seam.
uniform float phase; // 0…1 over the loop

float wave(float times, float shift) {
  return sin(6.2831853 * (times * phase + shift));
}

float yaw() {
  return 0.30 * wave(1.0, 0.0) + 0.07 * wave(2.0, 0.2);
}

float pitch() {
  return 0.05 * wave(1.0, 0.3) + 0.04 * wave(2.0, 0.6);
}

float roll() {
  return 0.05 * wave(1.0, 0.6);
}

// 0…1, as all below.
float smile() {
  return 0.5 + 0.5 * wave(1.0, 0.45);
}

float shutAround(float moment) {
  return smoothstep(0.02, 0.0, abs(fract(phase - moment + 0.5) - 0.5));
}

float blink() {
  return max(shutAround(0.22), shutAround(0.74));
}

// From the room into the space of the head, which turns on the neck.
vec3 toHead(vec3 room) {
  vec3 place = room + vec3(0.0, 0.9, 0.0);
  place.xy = turn(roll()) * place.xy;
  place.yz = turn(pitch()) * place.yz;
  place.xz = turn(yaw()) * place.xz;
  return place - vec3(0.0, 0.9, 0.0);
}
