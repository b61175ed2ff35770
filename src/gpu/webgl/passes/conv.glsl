// A convolution, for four pixels in a square and GROUPS groups of channels at once:
//
//   clamp( Σ over inputs and taps of kernel · x + bias [+ added], range )
//
// The four pixels are STEP apart in the input and see SIDE × SIDE taps each, in a window of
// SPAN × SPAN pixels; the input is reflected at its edges.
//   plain     SIDE 3, STEP 1   stride  SIDE 3, STEP 2
//   UPSAMPLE  SIDE 2, STEP 1   on the small map, for the pixels of one phase, whose kernel holds the
//                              sums of the taps that fall onto the same small pixel
//   POOL      SIDE 3, STEP 1   four times over: each pixel is the largest of a square
// STYLED and ADDED_STYLED apply AdaIN (a scale and a shift a channel) to what is read.

#define SPAN (SIDE + STEP)

#ifdef FRAME
uniform sampler2D inputMap;
#else
uniform sampler2DArray inputMap;
#endif
uniform ivec4 inputShape;
uniform int inputGroups;
#ifdef STYLED
uniform sampler2D inputStyle;
#endif
#ifdef ADDED
uniform sampler2DArray addedMap;
uniform ivec4 addedShape;
#endif
#ifdef ADDED_STYLED
uniform sampler2D addedStyle;
#endif
// Of the output.
uniform ivec2 tileSize;
uniform vec2 range;

// The four pixels of the first group, then those of the second.
layout(location = 0) out vec4 result[4 * GROUPS];
vec4 sums[4 * GROUPS];

vec4 window[SPAN * SPAN];
vec4 scale;
vec4 shift;

// What follows is written out by macros, because not every compiler unrolls loops, and an array that
// is indexed by a variable is slow memory.
#if GROUPS == 1
#define ALL_PARTS(DO) DO(0)
#else
#define ALL_PARTS(DO) DO(0) DO(1)
#endif
#define ALL_PIXELS(DO, part) DO(part, 0) DO(part, 1) DO(part, 2) DO(part, 3)
#if SPAN == 3
#define ALL_PLACES(DO) DO(0) DO(1) DO(2)
#define ALL_COLUMNS(DO, y) DO(y, 0) DO(y, 1) DO(y, 2)
#elif SPAN == 4
#define ALL_PLACES(DO) DO(0) DO(1) DO(2) DO(3)
#define ALL_COLUMNS(DO, y) DO(y, 0) DO(y, 1) DO(y, 2) DO(y, 3)
#else
#define ALL_PLACES(DO) DO(0) DO(1) DO(2) DO(3) DO(4)
#define ALL_COLUMNS(DO, y) DO(y, 0) DO(y, 1) DO(y, 2) DO(y, 3) DO(y, 4)
#endif

int edge(int place, int count) {
#ifdef UPSAMPLE
  // A doubled map reflected at its edge repeats the small map's last pixel.
  return clamp(place, 0, count - 1);
#else
  int last = count - 1;
  return clamp(last - abs(last - abs(place)), 0, last);
#endif
}

vec4 inputAt(ivec3 texel) {
#ifdef FRAME
  return texelFetch(inputMap, texel.xy, 0);
#elif defined(STYLED)
  return texelFetch(inputMap, texel, 0) * scale + shift;
#else
  return texelFetch(inputMap, texel, 0);
#endif
}

// The four outputs of a group for each of its four inputs.
mat4 kernelAt(int slice, int group, int column) {
  return mat4(
    weightAt(slice, group, column),
    weightAt(slice, group, column + 1),
    weightAt(slice, group, column + 2),
    weightAt(slice, group, column + 3)
  );
}

#define LOCATE(place) \
  columns[place] = columnOf(inputShape, edge(first.x + place, inputShape.x)); \
  rows[place] = rowOf(inputShape, edge(first.y + place, inputShape.y));

#define SET_PIXEL(part, pixel) sums[4 * part + pixel] = bias;
#define SET_BIAS(part) { \
  vec4 bias = weightAt(slice, inputGroups, part); \
  ALL_PIXELS(SET_PIXEL, part) \
}

#define LOAD(y, x) window[y * SPAN + x] = inputAt(columns[x] + rows[y] + start);
#define LOAD_ROW(y) ALL_COLUMNS(LOAD, y)

#define ADD_PIXEL(part, pixel) sums[4 * part + pixel] += \
  kernel * window[(y + STEP * (pixel >> 1)) * SPAN + x + STEP * (pixel & 1)];
#define ADD_KERNEL(part) { \
  mat4 kernel = kernelAt(slice, group, ((y * SIDE + x) * GROUPS + part) * 4); \
  ALL_PIXELS(ADD_PIXEL, part) \
}
#define ADD_TAP(Y, X) { \
  const int y = Y; \
  const int x = X; \
  ALL_PARTS(ADD_KERNEL) \
}

// Fills `sums` for the square of pixels whose window starts at `first`.
void convolve(int slice, ivec2 first) {
  ivec3 columns[SPAN];
  ivec3 rows[SPAN];
  ALL_PLACES(LOCATE)
  ALL_PARTS(SET_BIAS)
  for (int group = 0; group < inputGroups; group++) {
    ivec3 start = groupOf(inputShape, group);
#ifdef STYLED
    scale = texelFetch(inputStyle, ivec2(group, 0), 0);
    shift = texelFetch(inputStyle, ivec2(group, 1), 0);
#endif
    ALL_PLACES(LOAD_ROW)
    ADD_TAP(0, 0)
    ADD_TAP(0, 1)
    ADD_TAP(1, 0)
    ADD_TAP(1, 1)
#if SIDE == 3
    ADD_TAP(0, 2)
    ADD_TAP(1, 2)
    ADD_TAP(2, 0)
    ADD_TAP(2, 1)
    ADD_TAP(2, 2)
#endif
  }
}

#ifdef POOL
#define LARGEST_OF(part) largest[4 * part + pixel] = \
  max(max(sums[4 * part], sums[4 * part + 1]), max(sums[4 * part + 2], sums[4 * part + 3]));

void convolveAndPool(int slice, ivec2 block) {
  vec4 largest[4 * GROUPS];
  for (int pixel = 0; pixel < 4; pixel++) {
    ivec2 square = 2 * block + ivec2(pixel & 1, pixel >> 1);
    convolve(slice, 2 * square - 1);
    ALL_PARTS(LARGEST_OF)
  }
  sums = largest;
}
#endif

#ifdef ADDED
vec4 addedAt(int group, ivec2 pixel) {
  ivec3 texel = columnOf(addedShape, pixel.x) + rowOf(addedShape, pixel.y);
  vec4 x = texelFetch(addedMap, texel + groupOf(addedShape, group), 0);
#ifdef ADDED_STYLED
  x = x * texelFetch(addedStyle, ivec2(group, 0), 0) + texelFetch(addedStyle, ivec2(group, 1), 0);
#endif
  return x;
}

#define ADD_MAP_PIXEL(part, pixel) sums[4 * part + pixel] += \
  addedAt(tile * GROUPS + part, corner + spacing * ivec2(pixel & 1, pixel >> 1));
#define ADD_MAP(part) ALL_PIXELS(ADD_MAP_PIXEL, part)
#endif

#define WRITE_PIXEL(part, pixel) \
  result[4 * part + pixel] = clamp(sums[4 * part + pixel], range.x, range.y);
#define WRITE(part) ALL_PIXELS(WRITE_PIXEL, part)

void main() {
  ivec2 block = ivec2(gl_FragCoord.xy);
  int tile = block.y / tileSize.y;
  block.y -= tile * tileSize.y;
  // Where the four pixels are in the output.
  ivec2 corner = 2 * block;
  int spacing = 1;

#ifdef POOL
  convolveAndPool(tile, block);
#elif defined(UPSAMPLE)
  ivec2 phase = block / (tileSize / 2);
  block -= phase * (tileSize / 2);
  corner = 4 * block + phase;
  spacing = 2;
  convolve(4 * tile + 2 * phase.y + phase.x, 2 * block - 1 + phase);
#else
  convolve(tile, 2 * STEP * block - 1);
#endif

#ifdef ADDED
  ALL_PARTS(ADD_MAP)
#endif
  ALL_PARTS(WRITE)
}
