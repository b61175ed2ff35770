// Where a person is in a frame, 0…1: what the guided filter says, as sharp as is wanted.
uniform sampler2D frame;
uniform sampler2D lines;
uniform float threshold;
uniform float feather;

in vec2 position;
out vec4 color;

void main() {
  vec2 line = texture(lines, position).rg;
  float luma = lumaOf(texelFetch(frame, ivec2(gl_FragCoord.xy), 0).rgb) - 0.5;
  float person = clamp(line.x * luma + line.y, 0.0, 1.0);
  color = vec4(smoothstep(threshold - feather, threshold + feather, person));
}
