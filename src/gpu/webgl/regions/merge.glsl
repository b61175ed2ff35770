// What persons are covered with over what is behind them, by a mask; both with their alpha multiplied in.
uniform sampler2D mask;
uniform sampler2D person;
uniform sampler2D background;
// A colour for all of it, where its alpha is not negative.
uniform vec4 personColour;
uniform vec4 backgroundColour;

in vec2 position;
out vec4 color;

vec4 coverAt(sampler2D picture, vec4 colour) {
  return colour.a < 0.0 ? vec4(clamp(texture(picture, position).rgb, 0.0, 1.0), 1.0) : colour;
}

void main() {
  float share = texelFetch(mask, ivec2(gl_FragCoord.xy), 0).r;
  color = mix(coverAt(background, backgroundColour), coverAt(person, personColour), share);
}
