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
// Where the frame begins in what it is a part of.
uniform ivec2 first;

out vec4 color;

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
  ivec2 place = ivec2(gl_FragCoord.xy);
  vec3 rgb = texelFetch(frame, place, 0).rgb;
  ColourRoot palette = ColourRoot(mean, rootLuma, rootBlue, rootRed);
  vec3 ycc = carried(toYcc(rgb), rootOf(moments), palette, false);
  color = vec4(clamp(mix(rgb, toRgb(ycc) + grainAt(first + place), alpha), 0.0, 1.0), 1.0);
}
