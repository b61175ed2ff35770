// A picture sampled between its pixels so that edges stay edges: a cubic kernel is turned to the edge, and
// reaches further along it than across it, so that slants have no steps (in the spirit of AMD's FSR 1).

// How sharp the kernel is: −0.5 is Keys' own (1981, "Cubic Convolution Interpolation").
const float SHARPNESS = -0.7;
// How much further it reaches along an edge.
const float STRETCH = 1.4;
// Differences of luma that are no edge, squared.
const float FLAT = 1e-4;

float cubic(float distance) {
  float r = min(distance, 2.0);
  float near = ((SHARPNESS + 2.0) * r - (SHARPNESS + 3.0)) * r * r + 1.0;
  float far = SHARPNESS * (((r - 5.0) * r + 8.0) * r - 4.0);
  return r < 1.0 ? near : far;
}

vec3 enlarged(sampler2D picture, vec2 place) {
  ivec2 size = textureSize(picture, 0);
  vec2 exact = place * vec2(size) - 0.5;
  vec2 part = fract(exact);
  ivec2 first = ivec2(floor(exact)) - 1;

  vec3 texels[16];
  float lumas[16];
  for (int tap = 0; tap < 16; tap++) {
    ivec2 texel = clamp(first + ivec2(tap & 3, tap >> 2), ivec2(0), size - 1);
    texels[tap] = texelFetch(picture, texel, 0).rgb;
    lumas[tap] = lumaOf(texels[tap]);
  }

  // How luma changes around the place: the means of dx², dy² and dx·dy over the four pixels next to it.
  vec3 change = vec3(0.0);
  vec3 low = texels[5];
  vec3 high = low;
  for (int corner = 0; corner < 4; corner++) {
    ivec2 side = ivec2(corner & 1, corner >> 1);
    int tap = 5 + side.x + 4 * side.y;
    vec2 slope = vec2(lumas[tap + 1] - lumas[tap - 1], lumas[tap + 4] - lumas[tap - 4]);
    vec2 share = mix(1.0 - part, part, vec2(side));
    change += share.x * share.y * vec3(slope * slope, slope.x * slope.y);
    low = min(low, texels[tap]);
    high = max(high, texels[tap]);
  }
  // The direction of the largest change, and how much it stands out: 0 no edge, 1 a straight one.
  float tilt = change.x - change.y;
  float spread = sqrt(tilt * tilt + 4.0 * change.z * change.z);
  vec2 across = tilt < 0.0 ? vec2(2.0 * change.z, spread - tilt) : vec2(spread + tilt, 2.0 * change.z);
  across = spread > 0.0 ? normalize(across) : vec2(1.0, 0.0);
  float edge = spread / (change.x + change.y + FLAT);
  float along = 1.0 / mix(1.0, STRETCH, edge);

  vec3 sum = vec3(0.0);
  float weights = 0.0;
  for (int tap = 0; tap < 16; tap++) {
    vec2 away = vec2(tap & 3, tap >> 2) - 1.0 - part;
    vec2 turned = vec2(dot(away, across), along * (across.x * away.y - across.y * away.x));
    float weight = cubic(length(turned));
    sum += weight * texels[tap];
    weights += weight;
  }
  // No brighter and no darker than what lies around it: kernels as sharp as this one ring.
  return clamp(sum / weights, low, high);
}
