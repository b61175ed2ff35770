// A mask that was made elsewhere.
uniform sampler2D mask;

out vec4 result;

void main() {
  ivec2 texel = ivec2(gl_FragCoord.xy);
  result = vec4(steadied(texelFetch(mask, texel, 0).r, texel));
}
