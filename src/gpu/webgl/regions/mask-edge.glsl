// Where a person is in a frame, 0…1: what the guided filter says, as sharp as is wanted.
uniform sampler2D frame;
uniform sampler2D lines;
// Where the frame is in what the lines are of: where it begins, and how large it is, in 0…1.
uniform vec4 part;
uniform float threshold;
uniform float feather;

in vec2 position;
out vec4 color;

void main() {
  vec2 line = texture(lines, part.xy + part.zw * position).rg;
  float luma = lumaOf(texelFetch(frame, ivec2(gl_FragCoord.xy), 0).rgb) - 0.5;
  float person = clamp(line.x * luma + line.y, 0.0, 1.0);
  color = vec4(smoothstep(threshold - feather, threshold + feather, person));
}
