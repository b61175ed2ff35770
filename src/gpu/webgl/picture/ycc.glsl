// Y, Cb, Cr of RGB and back (ITU-R BT.601), all of full range.
const vec3 MIDDLE = vec3(0.5, 0.0, 0.0);

float lumaOf(vec3 rgb) {
  return dot(rgb, vec3(0.299, 0.587, 0.114));
}

vec3 toYcc(vec3 rgb) {
  return vec3(
    lumaOf(rgb),
    dot(rgb, vec3(-0.168736, -0.331264, 0.5)),
    dot(rgb, vec3(0.5, -0.418688, -0.081312)));
}

vec3 toRgb(vec3 ycc) {
  return ycc.x + vec3(1.402 * ycc.z, -0.344136 * ycc.y - 0.714136 * ycc.z, 1.772 * ycc.y);
}
