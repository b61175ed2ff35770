// A part of a frame that is cut to the aspect of a picture and resized to it. What is beyond the picture's right and
// lower edges is its mirror image.
uniform sampler2D frame;
// Where the part begins in the picture, and how large that is, in pixels.
uniform ivec2 first;
uniform vec2 size;
// The part of the frame that is taken, around its centre: 0…1 of its width and height.
uniform vec2 crop;
// The part of the frame that the texture has: where it begins, and how large it is, in 0…1.
uniform vec4 piece;

out vec4 color;

void main() {
  vec2 place = (vec2(first) + gl_FragCoord.xy) / size;
  place = mix(place, 2.0 - place, greaterThan(place, vec2(1.0)));
  vec2 ofFrame = (place - 0.5) * crop + 0.5;
  // Of eight bits in half floats, as the live picture is.
  vec3 rgb = texture(frame, (ofFrame - piece.xy) / piece.zw).rgb;
  color = vec4(floor(rgb * 255.0 + 0.5) / 255.0, 1.0);
}
