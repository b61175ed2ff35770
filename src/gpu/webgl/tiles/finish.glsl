// Some pixels of a painting as they are saved: as they were painted, or (ENLARGED) made sharp where there are more of
// them; with their colours whole, where alpha says how little of them is seen.
uniform sampler2D painting;
// The pixel of the result that is drawn first, and which way the next ones lie: −1 in a mirror.
uniform ivec2 first;
uniform int way;
// Pixels of the painting for one of the result; and where the part of it that is at hand begins.
uniform vec2 scale;
uniform vec2 origin;

out vec4 color;

void main() {
  ivec2 away = ivec2(gl_FragCoord.xy);
  ivec2 pixel = first + ivec2(way * away.x, away.y);
#ifdef ENLARGED
  vec2 place = ((vec2(pixel) + 0.5) * scale - origin) / vec2(textureSize(painting, 0));
  vec4 shown = vec4(enlarged(painting, place), alphaAt(painting, place));
#else
  vec4 shown = texelFetch(painting, pixel - ivec2(origin), 0);
#endif
  float alpha = clamp(shown.a, 0.0, 1.0);
  // Multiplied in until here.
  color = vec4(alpha > 0.0 ? clamp(shown.rgb, 0.0, alpha) / alpha : vec3(0.0), alpha);
}
