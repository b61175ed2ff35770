// A frame as the network sees it: the whole of it as a square, each pixel a mean of four places.
uniform sampler2D frame;

in vec2 position;
out vec4 color;

void main() {
  vec2 step = 0.25 / vec2(SIDE);
  vec3 sum = texture(frame, position - step).rgb + texture(frame, position + step).rgb;
  step.x = -step.x;
  sum += texture(frame, position - step).rgb + texture(frame, position + step).rgb;
  color = vec4(sum / 4.0, 1.0);
}
