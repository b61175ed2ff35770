#version 300 es
// One triangle that covers the whole target; `position` is 0…1 from the lower left.
out vec2 position;

void main() {
  position = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0;
  gl_Position = vec4(position * 2.0 - 1.0, 0.0, 1.0);
}
