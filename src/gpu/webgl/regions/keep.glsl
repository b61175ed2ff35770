// What is not sure of a mask stays nearer to what was there before.
uniform sampler2D before;
// What the mask before counts where nothing is sure, 0…1; 0 for the first.
uniform float kept;

float steadied(float now, ivec2 texel) {
  float sure = (2.0 * now - 1.0) * (2.0 * now - 1.0);
  float then = kept > 0.0 ? texelFetch(before, texel, 0).r : now;
  return mix(now, then, kept * (1.0 - sure));
}
