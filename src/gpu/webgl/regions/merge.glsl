// What covers a region over what is there before, by a mask; all with their alpha multiplied in.
uniform sampler2D mask;
// The channel of the mask that counts: 1 there.
uniform vec4 channel;
uniform sampler2D over;
uniform sampler2D under;
// A colour for all of it, where its alpha is not negative.
uniform vec4 overColour;
uniform vec4 underColour;
// Whether what is under has an alpha of its own, as what was merged has.
uniform bool underHasAlpha;

in vec2 position;
out vec4 color;

vec4 coverAt(sampler2D picture, vec4 colour, bool hasAlpha) {
  if (colour.a >= 0.0) return colour;
  vec4 texel = texture(picture, position);
  return hasAlpha ? texel : vec4(clamp(texel.rgb, 0.0, 1.0), 1.0);
}

void main() {
  float share = dot(channel, texture(mask, position));
  color = mix(coverAt(under, underColour, underHasAlpha), coverAt(over, overColour, false), share);
}
