// Signed distances of shapes, negative inside, and what joins them smoothly (after Inigo Quilez's notes on
// distance functions): `width` is how far from a seam it is felt.
float smin(float a, float b, float width) {
  float near = max(width - abs(a - b), 0.0) / width;
  return min(a, b) - 0.25 * width * near * near;
}

float smax(float a, float b, float width) {
  return -smin(-a, -b, width);
}

float ellipsoid(vec3 place, vec3 radii) {
  float size = length(place / radii);
  return size * (size - 1.0) / length(place / (radii * radii));
}

// A stick from one ball to another.
float capsule(vec3 place, vec3 start, vec3 end, float startRadius, float endRadius) {
  vec3 way = end - start;
  float share = clamp(dot(place - start, way) / dot(way, way), 0.0, 1.0);
  return length(place - start - share * way) - mix(startRadius, endRadius, share);
}

mat2 turn(float angle) {
  return mat2(cos(angle), -sin(angle), sin(angle), cos(angle));
}
