// A part of a picture that is known with fewer pixels, or more, as it is sampled between them.
uniform sampler2D whole;
// Where the part begins, and how large it is, in 0…1.
uniform vec4 part;

in vec2 position;
out vec4 color;

void main() {
  color = texture(whole, part.xy + part.zw * position);
}
