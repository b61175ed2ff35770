// AdaIN as a scale (row 0) and a shift (row 1) of each channel, blended with the content by alpha:
// (1 − α) x + α (σ(s) (x − μ(x)) / σ(x) + μ(s)). Columns are groups.
// μ in row 0, σ in row 1.
uniform sampler2D content;
uniform sampler2D style;
uniform float alpha;

layout(location = 0) out vec4 result;

void main() {
  int group = int(gl_FragCoord.x);
  ivec2 mean = ivec2(group, 0);
  ivec2 deviation = ivec2(group, 1);
  vec4 ratio = texelFetch(style, deviation, 0) / texelFetch(content, deviation, 0);
  vec4 scale = 1.0 - alpha + alpha * ratio;
  vec4 shift = alpha * (texelFetch(style, mean, 0) - texelFetch(content, mean, 0) * ratio);
  result = gl_FragCoord.y < 1.0 ? scale : shift;
}
