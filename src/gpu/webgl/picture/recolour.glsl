// A frame in the colours of a palette: a linear map of Y, Cb, Cr that gives it the palette's mean and
// covariance, luma first. `recolour` in models/training/palette.py is the same.
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
// The most that a colour's distance from the mean grows: grey frames hold noise and no colour.
const float LARGEST_GAIN = 3.0;

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

  vec3 rgb = texelFetch(frame, ivec2(gl_FragCoord.xy), 0).rgb;
  vec3 away = toYcc(rgb) - MIDDLE - own;
  float luma = away.x / diagonal.x;
  float blue = (away.y - by * luma) / diagonal.y;
  float red = (away.z - ry * luma - rb * blue) / diagonal.z;
  vec3 white = vec3(luma, blue, red);
  vec3 ycc = mean + vec3(dot(rootLuma, white), dot(rootBlue, white), dot(rootRed, white));
  color = vec4(clamp(mix(rgb, toRgb(ycc), alpha), 0.0, 1.0), 1.0);
}
