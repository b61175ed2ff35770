#version 300 es
// The source frame cut to the working size's aspect and resized.
// Row 0 of both textures is the top of the picture.
precision highp float;

uniform sampler2D frame;
// The part of the frame that is taken, around its centre: 0…1 of its width and height.
uniform vec2 crop;

in vec2 position;
out vec4 color;

void main() {
  color = vec4(texture(frame, (position - 0.5) * crop + 0.5).rgb, 1.0);
}
