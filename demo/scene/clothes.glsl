// A knitted jumper with a collar, and the neck in it, in the room.

// How high the stitches stand, 0…1: rows of V's.
float knit(vec3 place) {
  vec2 at = vec2(22.0 * atan(place.x, place.z + 1.2), 15.0 * place.y);
  float row = 2.0 * abs(fract(at.y + abs(fract(at.x) - 0.5)) - 0.5);
  float stitch = 2.0 * abs(fract(2.0 * at.x) - 0.5);
  return (1.0 - row * row) * (1.0 - 0.45 * stitch * stitch);
}

float collar(vec3 place) {
  vec3 at = place - vec3(0.0, -1.22, -0.17);
  at.yz = turn(-0.15) * at.yz;
  float ribs = 0.012 * sin(46.0 * atan(at.x, at.z));
  return length(vec2(length(at.xz) - 0.41, max(abs(at.y) - 0.16, 0.0))) - 0.085 + ribs;
}

float cloth(vec3 place) {
  float breath = 0.012 * wave(2.0, 0.0);
  vec3 half_ = vec3(abs(place.x), place.yz);
  float shoulder = capsule(half_, vec3(0.0, -1.75, -0.35), vec3(1.05, -2.05, -0.35), 0.50 + breath, 0.42);
  float chest = ellipsoid(place - vec3(0.0, -2.75, -0.25), vec3(1.05, 1.4, 0.62 + breath));
  float arm = capsule(half_, vec3(1.10, -2.10, -0.30), vec3(1.32, -3.60, -0.15), 0.40, 0.34);
  return smin(smin(smin(shoulder, chest, 0.35), arm, 0.12), collar(place), 0.08);
}

float neck(vec3 place) {
  return capsule(place, vec3(0.0, -0.55, -0.12), vec3(0.0, -1.5, -0.25), 0.35, 0.40);
}
