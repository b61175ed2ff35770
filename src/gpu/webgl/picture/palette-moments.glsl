// Mean and second moments of a frame's colours, which follow the frames slowly. A texel each: the means
// of Y, Cb, Cr about the middle; the means of Y with each; those of Cb², Cb·Cr, Cr².
uniform sampler2D frame;
uniform sampler2D before;
// What this frame counts, 0…1; at 1 there is none before.
uniform float share;

out vec4 moments;

// Pixels that are looked at, on each side.
const int SIDE = 32;

void main() {
  int part = int(gl_FragCoord.x);
  ivec2 size = textureSize(frame, 0);
  vec3 sum = vec3(0.0);
  for (int y = 0; y < SIDE; y++) {
    for (int x = 0; x < SIDE; x++) {
      ivec2 place = (2 * ivec2(x, y) + 1) * size / (2 * SIDE);
      vec3 colour = toYcc(texelFetch(frame, place, 0).rgb) - MIDDLE;
      if (part == 0) sum += colour;
      else if (part == 1) sum += colour.x * colour;
      else sum += vec3(colour.y * colour.y, colour.y * colour.z, colour.z * colour.z);
    }
  }
  vec3 now = sum / float(SIDE * SIDE);
  moments = vec4(share < 1.0 ? mix(texelFetch(before, ivec2(part, 0), 0).rgb, now, share) : now, 1.0);
}
