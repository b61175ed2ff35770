// The head in its own space: the eyes look along +z, y is up, its height is about two. Both sides are
// the same, so most of it is told of one.
const vec3 EYE = vec3(0.245, 0.05, 0.545);
const float EYE_RADIUS = 0.135;
// Which way the edges of the lids face.
const vec3 UPPER_LID = normalize(vec3(0.0, 1.0, -0.30));
const vec3 LOWER_LID = normalize(vec3(0.0, 1.0, 0.20));

vec3 eyeSpace(vec3 head) {
  return vec3(abs(head.x), head.yz) - EYE;
}

// Where the upper lid ends, above the middle of the eye.
float lidHeight() {
  return mix(0.022, -0.075, blink());
}

// One side of the mouth, bent around the teeth, whose corner a smile lifts.
vec3 mouthSpace(vec3 head) {
  float out_ = abs(head.x);
  float lift = 0.045 * smile() * smoothstep(0.02, 0.2, out_);
  return vec3(out_, head.y - lift, head.z + 0.35 * out_ * out_);
}

float eyes(vec3 head) {
  return length(eyeSpace(head)) - EYE_RADIUS;
}

float lids(vec3 head) {
  vec3 eye = eyeSpace(head);
  float shell = abs(length(eye) - 0.148) - 0.010;
  float above = lidHeight() - dot(eye, UPPER_LID);
  return smax(shell, min(above, dot(eye, LOWER_LID) + 0.046), 0.012);
}

float nose(vec3 head) {
  vec3 half_ = vec3(abs(head.x), head.yz);
  float bridge = capsule(head, vec3(0.0, 0.10, 0.64), vec3(0.0, -0.19, 0.83), 0.055, 0.085);
  float tip = length(head - vec3(0.0, -0.215, 0.83)) - 0.095;
  float wing = ellipsoid(half_ - vec3(0.095, -0.235, 0.745), vec3(0.07, 0.06, 0.085));
  return smin(smin(bridge, tip, 0.08), wing, 0.06);
}

float mouth(vec3 head, float face) {
  vec3 half_ = mouthSpace(head);
  float wide = 0.02 * smile();
  float upper = ellipsoid(half_ - vec3(0.05, -0.452, 0.735), vec3(0.115 + wide, 0.036, 0.06));
  float lower = ellipsoid(half_ - vec3(0.0, -0.520, 0.730), vec3(0.13 + wide, 0.050, 0.07));
  float line = ellipsoid(half_ - vec3(0.0, -0.487, 0.80), vec3(0.145 + wide, 0.007 + 0.2 * wide, 0.09));
  float jaw = ellipsoid(head - vec3(0.0, -0.50, 0.58), vec3(0.26, 0.17, 0.17));
  return smax(smin(smin(face, jaw, 0.15), min(upper, lower), 0.035), -line, 0.025);
}

float ear(vec3 half_) {
  float shell = ellipsoid(half_ - vec3(0.66, -0.02, -0.06), vec3(0.09, 0.19, 0.12));
  return smax(shell, -ellipsoid(half_ - vec3(0.74, -0.01, 0.0), vec3(0.05, 0.12, 0.07)), 0.05);
}

float skin(vec3 head) {
  vec3 half_ = vec3(abs(head.x), head.yz);
  float skull = ellipsoid(head - vec3(0.0, 0.34, -0.10), vec3(0.69, 0.72, 0.82));
  float face = ellipsoid(head - vec3(0.0, -0.13, 0.14), vec3(0.535, 0.74, 0.58));
  float chin = ellipsoid(head - vec3(0.0, -0.66, 0.38), vec3(0.21, 0.17, 0.22));
  float cheek = ellipsoid(half_ - vec3(0.33, -0.20, 0.42), vec3(0.20, 0.19, 0.20));
  float brow = capsule(half_, vec3(0.08, 0.20, 0.63), vec3(0.36, 0.19, 0.52), 0.075, 0.06);
  float socket = ellipsoid(half_ - vec3(0.25, 0.045, 0.78), vec3(0.19, 0.115, 0.18));
  float nostril = ellipsoid(half_ - vec3(0.055, -0.29, 0.79), vec3(0.032, 0.03, 0.05));
  float bones = smin(smin(smin(smin(skull, face, 0.25), chin, 0.28), cheek, 0.22), brow, 0.14);
  float carved = smax(smin(smax(bones, -socket, 0.12), nose(head), 0.11), -nostril, 0.03);
  return smin(mouth(head, carved), ear(half_), 0.06);
}
