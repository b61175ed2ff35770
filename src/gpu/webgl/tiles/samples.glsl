// The pixels of a painting by which its tones are known (ranks.glsl), from the part of it that has them.
uniform sampler2D painting;
// Where the part begins in the whole, what of the whole is its own (from, to), and how large the whole is, in pixels.
uniform ivec2 first;
uniform ivec4 own;
uniform ivec2 size;

out vec4 color;

void main() {
  ivec2 place = (2 * ivec2(gl_FragCoord.xy) + 1) * size / (2 * SIDE);
  if (any(lessThan(place, own.xy)) || any(greaterThanEqual(place, own.zw))) discard;
  color = texelFetch(painting, place - first, 0);
}
