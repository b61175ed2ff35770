// Means over a line of pixels, for a guided filter (He et al. 2010): the mask is said to be a·I + b around each
// pixel, I being the luma of the picture, so that its edges come to lie where the picture's are.
// MOMENTS: the means of I, p, I·p and I², p being the mask. SOLVE: from these, a and b.
#ifdef MOMENTS
uniform sampler2D picture;
uniform sampler2D mask;
#else
uniform sampler2D values;
#endif
uniform ivec2 direction;

out vec4 result;

// Differences of luma that are no edge, squared.
const float FLAT = 2e-3;

vec4 valueAt(ivec2 place) {
#ifdef MOMENTS
  // About the middle: half floats know small numbers better.
  float luma = lumaOf(texelFetch(picture, place, 0).rgb) - 0.5;
  float person = texelFetch(mask, place, 0).r;
  return vec4(luma, person, luma * person, luma * luma);
#else
  return texelFetch(values, place, 0);
#endif
}

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  vec4 sum = vec4(0.0);
  for (int away = -RADIUS; away <= RADIUS; away++) {
    sum += valueAt(clamp(place + away * direction, ivec2(0), ivec2(SIDE - 1)));
  }
  result = sum / float(2 * RADIUS + 1);
#ifdef SOLVE
  float slope = (result.z - result.x * result.y) / (max(result.w - result.x * result.x, 0.0) + FLAT);
  result = vec4(slope, result.y - slope * result.x, 0.0, 0.0);
#endif
}
