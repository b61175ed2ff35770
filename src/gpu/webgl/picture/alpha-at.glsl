// The alpha of a picture between its pixels, whatever the texture's own way of that.
float alphaAt(sampler2D picture, vec2 place) {
  ivec2 last = textureSize(picture, 0) - 1;
  vec2 exact = place * vec2(last + 1) - 0.5;
  vec2 part = fract(exact);
  ivec2 low = clamp(ivec2(floor(exact)), ivec2(0), last);
  ivec2 high = clamp(ivec2(floor(exact)) + 1, ivec2(0), last);
  float above = mix(texelFetch(picture, low, 0).a, texelFetch(picture, ivec2(high.x, low.y), 0).a, part.x);
  float below = mix(texelFetch(picture, ivec2(low.x, high.y), 0).a, texelFetch(picture, high, 0).a, part.x);
  return mix(above, below, part.y);
}
