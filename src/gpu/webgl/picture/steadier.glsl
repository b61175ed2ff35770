#version 300 es
// A painting that is kept but for a share of the new one: of one where the scene stands still, and of
// another where it moves.
precision highp float;

uniform sampler2D painting;
uniform sampler2D before;
// What is painted; in alpha how much it moves, 0…1.
uniform sampler2D frame;
uniform float stillShare;
uniform float movingShare;
// Whether it would flash, 0…1, and what a painting counts then.
uniform sampler2D risk;
uniform float heldShare;

out vec4 color;

// What moves changes the strokes around it: so far around a pixel is looked, in taps and pixels between.
const int REACH = 2;
const int SPACING = 4;

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  ivec2 last = textureSize(frame, 0) - 1;
  float motion = 0.0;
  for (int y = -REACH; y <= REACH; y++) {
    for (int x = -REACH; x <= REACH; x++) {
      ivec2 near = clamp(place + SPACING * ivec2(x, y), ivec2(0), last);
      motion = max(motion, texelFetch(frame, near, 0).a);
    }
  }
  vec4 now = texelFetch(painting, place, 0);
  vec4 then = texelFetch(before, place, 0);
  // What is no number would stay for good.
  if (!(dot(then, then) <= 4.0)) then = now;
  float held = mix(1.0, heldShare, texelFetch(risk, ivec2(0), 0).r);
  color = mix(then, now, min(mix(stillShare, movingShare, motion), held));
}
