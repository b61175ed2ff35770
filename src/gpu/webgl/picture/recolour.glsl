// A frame in the colours of a palette: a linear map of Y, Cb, Cr that gives it the palette's mean and
// covariance, luma first; and a grain. `recolour` and `grained` in models/training/palette.py are the same.
uniform sampler2D frame;
uniform sampler2D moments;
uniform vec3 mean;
// The lower triangular root of the palette's covariance, row by row.
uniform vec3 rootLuma;
uniform vec3 rootBlue;
uniform vec3 rootRed;
uniform float alpha;

out vec4 color;

const float EPSILON = 1e-4;
// The most that a colour's distance from the mean grows: flat frames hold noise, and the painting gets the
// contrast of the style afterwards.
const float LARGEST_GAIN = 1.7;

// Where a frame is flat there is nothing that strokes could begin from. This is: as faint as a wall's
// plaster (a standard deviation of 3 in 0…255), and the same in every frame, so that it stands still.
const float GRAIN = 7.0 / 255.0;
const int GRAIN_SIDE = 4;

// −1…1, by the lattice's point.
float chanceAt(ivec2 point) {
  uint hash = uint(point.x) * 0x9E3779B1u ^ uint(point.y) * 0x85EBCA77u;
  hash = (hash ^ (hash >> 15)) * 0x2C1B3C6Du;
  hash = (hash ^ (hash >> 12)) * 0x297A2D39u;
  return float((hash ^ (hash >> 15)) >> 8) / 8388607.5 - 1.0;
}

float grainAt(ivec2 place) {
  ivec2 point = place / GRAIN_SIDE;
  vec2 share = smoothstep(0.0, 1.0, vec2(place % GRAIN_SIDE) / float(GRAIN_SIDE));
  float above = mix(chanceAt(point), chanceAt(point + ivec2(1, 0)), share.x);
  float below = mix(chanceAt(point + ivec2(0, 1)), chanceAt(point + ivec2(1, 1)), share.x);
  return GRAIN * mix(above, below, share.y);
}

void main() {
  vec3 own = texelFetch(moments, ivec2(0, 0), 0).rgb;
  vec3 withLuma = texelFetch(moments, ivec2(1, 0), 0).rgb - own.x * own;
  vec3 rest = texelFetch(moments, ivec2(2, 0), 0).rgb - vec3(own.yy, own.z) * vec3(own.y, own.zz);

  // The root of the frame's own covariance, whose diagonal is held up where there is next to nothing.
  float yy = sqrt(max(withLuma.x, 0.0) + EPSILON);
  float by = withLuma.y / yy;
  float ry = withLuma.z / yy;
  float bb = sqrt(max(rest.x - by * by, 0.0) + EPSILON);
  float rb = (rest.y - ry * by) / bb;
  float rr = sqrt(max(rest.z - ry * ry - rb * rb, 0.0) + EPSILON);
  vec3 diagonal = max(vec3(yy, bb, rr), vec3(rootLuma.x, rootBlue.y, rootRed.z) / LARGEST_GAIN);

  ivec2 place = ivec2(gl_FragCoord.xy);
  vec3 rgb = texelFetch(frame, place, 0).rgb;
  vec3 away = toYcc(rgb) - MIDDLE - own;
  float luma = away.x / diagonal.x;
  float blue = (away.y - by * luma) / diagonal.y;
  float red = (away.z - ry * luma - rb * blue) / diagonal.z;
  vec3 white = vec3(luma, blue, red);
  vec3 ycc = mean + vec3(dot(rootLuma, white), dot(rootBlue, white), dot(rootRed, white));
  color = vec4(clamp(mix(rgb, toRgb(ycc) + grainAt(place), alpha), 0.0, 1.0), 1.0);
}
