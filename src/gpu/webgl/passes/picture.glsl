// A feature map of one group as a plain picture.
uniform sampler2DArray feature;
uniform ivec4 featureShape;

layout(location = 0) out vec4 color;

void main() {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  color = texelFetch(feature, columnOf(featureShape, pixel.x) + rowOf(featureShape, pixel.y), 0);
}
