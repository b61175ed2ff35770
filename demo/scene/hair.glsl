// Hair: a body whose surface is made of strands, which run down from the parting and wave a little.
float strands(vec3 head) {
  float around = atan(head.x + 0.05, head.z + 0.25);
  around += 0.10 * sin(head.y * 3.2 + 1.0) + 0.05 * sin(head.y * 7.0);
  float locks = noise(vec3(around * 7.0, head.y * 0.7, 3.0));
  float fine = noise(vec3(around * 34.0, head.y * 1.6 + locks * 2.0, 7.0));
  float finest = noise(vec3(around * 90.0, head.y * 2.4, 11.0));
  return 0.45 * locks + 0.33 * fine + 0.22 * finest;
}

// What falls to the shoulders, at the sides and behind, and swings after the head.
float fall(vec3 head) {
  float low = smoothstep(0.2, -1.2, head.y);
  vec3 swung = head - vec3((0.05 * wave(1.0, 0.12) + 0.02 * wave(2.0, 0.4)) * low, 0.0, 0.0);
  vec3 half_ = vec3(abs(swung.x), swung.yz);
  float upper = capsule(half_, vec3(0.58, 0.35, -0.16), vec3(0.66, -0.75, -0.16), 0.21, 0.20);
  float lower = capsule(half_, vec3(0.66, -0.60, -0.14), vec3(0.55, -1.22, -0.02), 0.20, 0.07);
  float behind = capsule(swung, vec3(0.0, 0.2, -0.45), vec3(0.0, -1.15, -0.50), 0.55, 0.45);
  return smin(smin(upper, lower, 0.2), behind, 0.3);
}

float hair(vec3 head) {
  float cap = ellipsoid(head - vec3(0.0, 0.40, -0.16), vec3(0.77, 0.79, 0.90));
  // The face is free: an oval that leans back at the top.
  float face = ellipsoid(head - vec3(-0.06, -0.20, 0.90), vec3(0.57, 0.86, 0.80));
  float all = smin(smax(cap, -face, 0.12), fall(head), 0.25);
  float throat = ellipsoid(head - vec3(-0.02, -0.30, 0.80), vec3(0.50, 0.80, 0.66));
  return smax(all, -throat, 0.14) - 0.065 * strands(head) + 0.03;
}
