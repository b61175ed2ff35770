// What a surface looks like in the light of a low sun, of the sky, and of the lamps behind.
const vec3 SUN = normalize(vec3(-0.65, 0.5, 0.62));
const vec3 LAMPS = normalize(vec3(0.9, 0.35, -0.55));
const vec3 WINDOW = normalize(vec3(-0.8, 0.5, -0.7));
const vec3 SUN_COLOUR = vec3(1.0, 0.84, 0.66) * 2.15;
const vec3 SKY_COLOUR = vec3(0.26, 0.34, 0.46) * 0.26;
const vec3 LAMP_COLOUR = vec3(1.0, 0.55, 0.25);
const vec3 WINDOW_COLOUR = vec3(0.45, 0.65, 0.85);

// A place on a surface, with the light that reaches it.
struct Place {
  // In the room, and in the head's space.
  vec3 room;
  vec3 head;
  vec3 normal;
  // Into the picture.
  vec3 view;
  // How much of the sun and of the sky is seen from there, 0…1.
  float sun;
  float sky;
};

// How much of a light from a direction lies on the surface, 0…1, if it reaches `wrap` around the edge.
float lit(Place at, vec3 light, float wrap) {
  return clamp((dot(at.normal, light) + wrap) / (1.0 + wrap), 0.0, 1.0);
}

float glint(Place at, float power) {
  return pow(max(dot(at.normal, normalize(SUN - at.view)), 0.0), power);
}

// Seen from the side, every surface shines.
float rim(Place at) {
  return pow(1.0 - max(dot(at.normal, -at.view), 0.0), 3.0);
}

float lips(vec3 head) {
  vec3 half_ = mouthSpace(head);
  float upper = ellipsoid(half_ - vec3(0.05, -0.452, 0.735), vec3(0.13, 0.045, 0.09));
  float lower = ellipsoid(half_ - vec3(0.0, -0.520, 0.730), vec3(0.14, 0.058, 0.10));
  return smoothstep(0.012, -0.012, min(upper, lower));
}

float brows(vec3 head) {
  vec2 away = vec2(abs(head.x) - 0.26, head.y - 0.215 + 0.5 * pow(abs(head.x) - 0.24, 2.0));
  vec3 bristle = vec3(head.x * 60.0 + 25.0 * away.y * sign(head.x), head.y * 30.0, 1.0);
  float thin = 1.0 + 1.2 * max(abs(head.x) - 0.25, 0.0);
  float high = smoothstep(0.052, 0.024, abs(away.y) * thin + 0.022 * noise(bristle));
  return high * smoothstep(0.19, 0.13, abs(away.x)) * step(0.0, head.z);
}

// Dark where the lashes are, at the edge of the upper lid.
float lashes(vec3 head) {
  vec3 eye = eyeSpace(head);
  float above = dot(eye, UPPER_LID) - lidHeight();
  return smoothstep(0.028, 0.008, above + 0.25 * smoothstep(-0.02, -0.05, eye.y - lidHeight()));
}

vec3 skinColour(Place at, bool isLid) {
  vec3 head = at.head;
  vec3 half_ = vec3(abs(head.x), head.yz);
  vec3 own = vec3(0.62, 0.385, 0.285) * (0.92 + 0.16 * fbm(head * 6.0));
  float cheek = smoothstep(0.32, 0.05, length(half_ - vec3(0.36, -0.22, 0.55)));
  float tip = smoothstep(0.18, 0.02, length(head - vec3(0.0, -0.22, 0.88)));
  float freckle = smoothstep(0.72, 0.8, noise(head * 34.0));
  freckle *= smoothstep(0.45, 0.1, length(half_ - vec3(0.2, -0.12, 0.65)));
  own = mix(own, vec3(0.64, 0.27, 0.21), max(0.5 * cheek, 0.4 * tip));
  own = mix(own, vec3(0.46, 0.13, 0.12), 0.85 * lips(head));
  own = mix(own, vec3(0.10, 0.055, 0.035), 0.9 * brows(head));
  if (isLid) {
    own = mix(own, vec3(0.42, 0.21, 0.16), 0.45);
    own = mix(own, vec3(0.04, 0.02, 0.02), lashes(head));
  }
  own = mix(own, vec3(0.55, 0.31, 0.21), 0.35 * freckle);

  // Light goes a little way under the skin, red the furthest.
  vec3 sun = vec3(lit(at, SUN, 0.42), lit(at, SUN, 0.16), lit(at, SUN, 0.10));
  vec3 light = SUN_COLOUR * sun * mix(vec3(0.35, 0.16, 0.12), vec3(1.0), at.sun);
  light += at.sky * SKY_COLOUR * (0.6 + 0.4 * at.normal.y);
  light += at.sky * LAMP_COLOUR * (0.9 * pow(lit(at, LAMPS, 0.0), 1.5) + 0.18 * lit(at, vec3(0.83, -0.21, 0.52), 0.0));
  light += at.sky * WINDOW_COLOUR * 0.5 * lit(at, WINDOW, 0.0);
  float wet = lips(head);
  vec3 shine = SUN_COLOUR * at.sun * mix(0.06, 0.15, wet) * glint(at, mix(18.0, 40.0, wet));
  return own * light + shine + at.sky * rim(at) * (0.12 * LAMP_COLOUR + 0.05);
}

vec3 eyeColour(Place at) {
  vec3 eye = at.head - vec3(EYE.x * sign(at.head.x), EYE.yz);
  // They follow the camera more than the head does.
  eye.xz = turn(-0.55 * yaw()) * eye.xz;
  float radius = length(eye.xy) / EYE_RADIUS;
  vec3 own = mix(vec3(0.78, 0.72, 0.68), vec3(0.55, 0.32, 0.28), smoothstep(0.6, 1.0, radius));
  if (eye.z > 0.0) {
    float fibre = noise(vec3(atan(eye.y, eye.x) * 9.0, radius * 5.0, 1.0));
    own = mix(own, mix(vec3(0.16, 0.10, 0.045), vec3(0.30, 0.26, 0.12), fibre), smoothstep(0.53, 0.47, radius));
    own = mix(own, vec3(0.03), 0.8 * smoothstep(0.06, 0.0, abs(radius - 0.5)));
    own = mix(own, vec3(0.02), smoothstep(0.25, 0.20, radius));
  }
  vec3 light = SUN_COLOUR * 0.8 * lit(at, SUN, 0.43) * mix(0.35, 1.0, at.sun) + SKY_COLOUR;
  vec3 colour = own * light * mix(0.45, 1.0, at.sky) + SUN_COLOUR * 1.2 * glint(at, 180.0);
  // The upper lid throws a shadow on the ball.
  return colour * smoothstep(-0.02, 0.10, 0.12 - 0.8 * (at.head.y - EYE.y));
}

vec3 hairColour(Place at) {
  float strand = strands(at.head);
  vec3 own = mix(vec3(0.030, 0.014, 0.009), vec3(0.17, 0.075, 0.032), smoothstep(0.2, 0.8, strand));
  float around = atan(at.head.x, at.head.z + 0.1);
  vec3 along = vec3(0.25 * sin(around), -1.0, 0.25 * cos(around));
  along = normalize(along - at.normal * dot(along, at.normal));
  // Strands shine where they lie across the light (after Kajiya and Kay 1989).
  float front = dot(along, normalize(SUN - at.view)) + 0.25 * (strand - 0.5);
  float back = dot(along, normalize(LAMPS - at.view)) + 0.2 * (strand - 0.5);
  float shine = pow(sqrt(max(1.0 - front * front, 0.0)), 38.0) * at.sun * smoothstep(-0.1, 0.4, dot(at.normal, SUN));
  float edge = pow(sqrt(max(1.0 - back * back, 0.0)), 22.0) * max(dot(at.normal, LAMPS) + 0.3, 0.0);
  vec3 light = SUN_COLOUR * lit(at, SUN, 0.25) * at.sun + SKY_COLOUR * at.sky;
  light += 1.6 * LAMP_COLOUR * lit(at, LAMPS, 0.0) + WINDOW_COLOUR * lit(at, WINDOW, 0.0);
  vec3 colour = own * light + vec3(1.0, 0.66, 0.40) * 0.30 * shine * (0.4 + strand);
  colour += LAMP_COLOUR * 0.5 * edge * (0.3 + strand);
  return colour * mix(0.5, 1.0, at.sky);
}

vec3 clothColour(Place at) {
  vec3 own = mix(vec3(0.40, 0.085, 0.06), vec3(0.52, 0.13, 0.075), fbm(at.room * 5.0));
  float stripe = smoothstep(0.03, 0.0, abs(abs(at.room.y + 2.02) - 0.09) - 0.03);
  own = mix(own, vec3(0.80, 0.72, 0.58), stripe) * (0.45 + 0.75 * knit(at.room));
  vec3 light = SUN_COLOUR * lit(at, SUN, 0.18) * at.sun + SKY_COLOUR * at.sky;
  light += 0.9 * LAMP_COLOUR * pow(lit(at, LAMPS, 0.0), 1.2) + 0.5 * WINDOW_COLOUR * lit(at, WINDOW, 0.0);
  vec3 colour = own * light + rim(at) * (0.10 * SUN_COLOUR * at.sun + 0.08 * LAMP_COLOUR);
  return colour * mix(0.5, 1.0, at.sky);
}

vec3 colourAt(vec3 room, float kind, vec3 view) {
  vec3 normal = normalAt(room, kind == HAIR ? 0.006 : 0.003);
  float sun = sunAt(room + 0.02 * normal, SUN);
  Place at = Place(room, toHead(room), normal, view, sun, skyAt(room, normal));
  if (kind == EYE_BALL) return eyeColour(at);
  if (kind == HAIR) return hairColour(at);
  if (kind == CLOTH) return clothColour(at);
  return skinColour(at, kind == LID);
}
