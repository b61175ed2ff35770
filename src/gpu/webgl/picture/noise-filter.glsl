#version 300 es
// A frame without most of its noise: where the scene stands still, the frame before is kept but for
// a share of the new one; where something moves, the new frame is taken as it is. Alpha tells how much
// a pixel moves, 0…1.
precision highp float;

uniform sampler2D frame;
uniform sampler2D before;

// What the new frame counts where nothing moves.
uniform float share;
// Between these changes of the colours around a pixel, stillness turns to motion.
uniform float still;
uniform float moving;

out vec4 color;

// A line one pixel wide may move without a change of the mean: a pixel of its own tells, if its
// change is so many times as large.
const float ALONE = 3.0;

void main() {
  ivec2 place = ivec2(gl_FragCoord.xy);
  ivec2 last = textureSize(frame, 0) - 1;
  vec3 sum = vec3(0.0);
  for (int y = -1; y <= 1; y++) {
    for (int x = -1; x <= 1; x++) {
      ivec2 near = clamp(place + ivec2(x, y), ivec2(0), last);
      sum += texelFetch(frame, near, 0).rgb - texelFetch(before, near, 0).rgb;
    }
  }
  vec3 now = texelFetch(frame, place, 0).rgb;
  vec3 then = texelFetch(before, place, 0).rgb;
  vec3 change = max(abs(sum) / 9.0, abs(now - then) / ALONE);
  float moved = max(change.r, max(change.g, change.b));
  float motion = smoothstep(still, moving, moved);
  color = vec4(mix(then, now, mix(share, 1.0, motion)), motion);
}
