// The whole person: which surface is near, how it faces, and the light that reaches it.
const float SKIN = 1.0;
const float LID = 2.0;
const float EYE_BALL = 3.0;
const float HAIR = 4.0;
const float CLOTH = 5.0;

// What is far from a head needs not be found out in detail, nor the stitches of a jumper.
const float HEAD_REACH = 1.75;
const float STITCH = 0.035;

// The distance to the nearest surface, and which it is.
vec2 nearest(vec3 place) {
  vec3 head = toHead(place);
  vec2 found = vec2(length(head) - HEAD_REACH, 0.0);
  if (found.x < 0.3) {
    found = vec2(smin(skin(head), neck(place), 0.2), SKIN);
    vec3 others = vec3(lids(head), eyes(head), hair(head));
    if (others.x < found.x) found = vec2(others.x, LID);
    if (others.y < found.x) found = vec2(others.y, EYE_BALL);
    if (others.z < found.x) found = vec2(others.z, HAIR);
  }
  float jumper = cloth(place);
  if (jumper < 0.12) jumper -= STITCH * knit(place);
  return jumper < found.x ? vec2(jumper, CLOTH) : found;
}

vec3 normalAt(vec3 place, float step_) {
  // The corners of a tetrahedron.
  vec2 k = vec2(1.0, -1.0);
  return normalize(
    k.xyy * nearest(place + k.xyy * step_).x + k.yyx * nearest(place + k.yyx * step_).x +
    k.yxy * nearest(place + k.yxy * step_).x + k.xxx * nearest(place + k.xxx * step_).x);
}

// How much of a wide light in a direction is seen, 0…1.
float sunAt(vec3 place, vec3 light) {
  float seen = 1.0;
  float way = 0.06;
  for (int i = 0; i < 18 && way < 3.0 && seen > 0.0; i++) {
    float free = nearest(place + light * way).x;
    seen = min(seen, 0.5 + 0.5 * free / (0.12 * way));
    way += clamp(free, 0.05, 0.25);
  }
  return smoothstep(0.0, 1.0, seen);
}

// How much of the sky is seen from a place, 0…1.
float skyAt(vec3 place, vec3 normal) {
  float hidden = 0.0;
  float weight = 1.0;
  for (int i = 1; i <= 4; i++) {
    float height = 0.07 * float(i);
    hidden += (height - nearest(place + normal * height).x) * weight;
    weight *= 0.7;
  }
  return clamp(1.0 - 1.6 * hidden, 0.0, 1.0);
}
