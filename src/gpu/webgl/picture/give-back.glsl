// A painting that has the colours of the scene, by a share: each pixel's Cb and Cr where LUMINANCE is
// defined, so that the painting is its luma alone; or else mean and covariance of the frame (both after
// Gatys et al. 2016, "Preserving Color in Neural Artistic Style Transfer").
uniform sampler2D painting;
uniform sampler2D frame;
uniform sampler2D moments;
// The lower triangular root of the style's covariance, row by row.
uniform vec3 mean;
uniform vec3 rootLuma;
uniform vec3 rootBlue;
uniform vec3 rootRed;
uniform float share;

out vec4 color;

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  vec3 painted = clamp(texelFetch(painting, place, 0).rgb, 0.0, 1.0);
#ifdef LUMINANCE
  vec3 ycc = toYcc(painted);
  vec2 chroma = mix(ycc.yz, toYcc(texelFetch(frame, place, 0).rgb).yz, share);
  // Luma gives way where no colour is as bright or as dark and has this chroma.
  vec3 apart = toRgb(vec3(0.0, chroma));
  float darkest = -min(apart.r, min(apart.g, apart.b));
  float brightest = 1.0 - max(apart.r, max(apart.g, apart.b));
  color = vec4(clamp(ycc.x, darkest, max(darkest, brightest)) + apart, 1.0);
#else
  ColourRoot style = ColourRoot(mean, rootLuma, rootBlue, rootRed);
  vec3 ycc = carried(toYcc(painted), style, rootOf(moments), true);
  color = vec4(mix(painted, clamp(toRgb(ycc), 0.0, 1.0), share), 1.0);
#endif
}
