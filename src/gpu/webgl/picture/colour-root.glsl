// Mean and covariance of colours in Y, Cb, Cr: the lower triangular root of the covariance, row by row,
// luma first.
struct ColourRoot {
  vec3 mean;
  vec3 luma;
  vec3 blue;
  vec3 red;
};

const float EPSILON = 1e-4;
// The most that a colour's distance from the mean grows: flat pictures hold noise, and a painting gets the
// contrast of the style afterwards.
const float LARGEST_GAIN = 1.7;

// What `palette-moments.glsl` has found of a frame; the diagonal is held up where there is next to nothing.
ColourRoot rootOf(sampler2D moments) {
  vec3 own = texelFetch(moments, ivec2(0, 0), 0).rgb;
  vec3 withLuma = texelFetch(moments, ivec2(1, 0), 0).rgb - own.x * own;
  vec3 rest = texelFetch(moments, ivec2(2, 0), 0).rgb - vec3(own.yy, own.z) * vec3(own.y, own.zz);
  float yy = sqrt(max(withLuma.x, 0.0) + EPSILON);
  float by = withLuma.y / yy;
  float ry = withLuma.z / yy;
  float bb = sqrt(max(rest.x - by * by, 0.0) + EPSILON);
  float rb = (rest.y - ry * by) / bb;
  float rr = sqrt(max(rest.z - ry * ry - rb * rb, 0.0) + EPSILON);
  return ColourRoot(MIDDLE + own, vec3(yy, 0.0, 0.0), vec3(by, bb, 0.0), vec3(ry, rb, rr));
}

// What is about as far apart as `far`, as one: what is much nearer together is noise, and grows less.
float whitened(float apart, float far, float wanted, bool isNoisy) {
  float least = wanted / LARGEST_GAIN;
  return apart / max(far, least) * (isNoisy ? min(1.0, far * far / (least * least)) : 1.0);
}

// A colour of one mean and covariance as one of another. Noisy: what has next to no colours shall get none.
vec3 carried(vec3 ycc, ColourRoot from, ColourRoot to, bool isNoisy) {
  vec3 away = ycc - from.mean;
  float luma = whitened(away.x, from.luma.x, to.luma.x, false);
  float blue = whitened(away.y - from.blue.x * luma, from.blue.y, to.blue.y, isNoisy);
  float red = whitened(away.z - from.red.x * luma - from.red.y * blue, from.red.z, to.red.z, isNoisy);
  vec3 white = vec3(luma, blue, red);
  return to.mean + vec3(dot(to.luma, white), dot(to.blue, white), dot(to.red, white));
}
