// Where the pixels of a feature map are stored: column + row + group is the texel of an array texture.
// A shape is (width, height, groups a tile, layout); feature-map.ts tells what the layouts are.
const int PIXELS = 0;
const int BLOCKS = 1;

ivec3 columnOf(ivec4 shape, int x) {
  if (shape.w == PIXELS) return ivec3(x, 0, 0);
  if (shape.w == BLOCKS) return ivec3(x >> 1, 0, x & 1);
  return ivec3((x >> 2) + (x & 1) * (shape.x >> 2), 0, (x >> 1) & 1);
}

ivec3 rowOf(ivec4 shape, int y) {
  if (shape.w == PIXELS) return ivec3(0, y, 0);
  if (shape.w == BLOCKS) return ivec3(0, y >> 1, (y & 1) * 2);
  return ivec3(0, (y >> 2) + (y & 1) * (shape.y >> 2), ((y >> 1) & 1) * 2);
}

ivec3 groupOf(ivec4 shape, int group) {
  return ivec3(0, group / shape.z * (shape.y >> 1), group % shape.z * 4);
}
