// The picture on the canvas: the painting, and left of the divider the frame it was painted from;
// mirrored, if asked. ENLARGED makes sharp what the canvas has more pixels of. Where nothing is painted, alpha says so;
// it is multiplied in.
uniform sampler2D painting;
uniform sampler2D frame;
// 0…1 from the left as shown; 0 shows the painting alone.
uniform float divider;
uniform bool mirror;

in vec2 position;
out vec4 color;

vec3 colourAt(sampler2D picture, vec2 place) {
#ifdef ENLARGED
  return enlarged(picture, place);
#else
  return texture(picture, place).rgb;
#endif
}

void main() {
  // Row 0 of the textures is the top, row 0 of the canvas is the bottom.
  vec2 place = vec2(mirror ? 1.0 - position.x : position.x, 1.0 - position.y);
  bool framed = position.x < divider;
  vec3 shown = framed ? colourAt(frame, place) : colourAt(painting, place);
  float alpha = framed ? 1.0 : clamp(alphaAt(painting, place), 0.0, 1.0);
  color = vec4(clamp(shown, 0.0, alpha), alpha);
}
