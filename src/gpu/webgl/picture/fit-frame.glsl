#version 300 es
// The source frame cut to the working size's aspect, resized and, if asked, mirrored.
// Row 0 of both textures is the top of the picture.
precision highp float;

uniform sampler2D frame;
// The part of the frame that is taken, around its centre: 0…1 of its width and height.
uniform vec2 crop;
uniform bool mirror;

in vec2 position;
out vec4 color;

void main() {
  vec2 place = mirror ? vec2(1.0 - position.x, position.y) : position;
  color = vec4(texture(frame, (place - 0.5) * crop + 0.5).rgb, 1.0);
}
