// A pixel of a frame: what the ray through it meets first, on film.
uniform float side;
// Of a pixel: several places in it are looked at, one after the other.
uniform vec2 offset;

out vec4 color;

const vec3 CAMERA = vec3(0.05, -0.27, 7.4);
// Of half the picture, at a distance of one.
const float HALF_VIEW = 0.292;
// The person stands between these distances.
const float NEAR = 5.2;
const float FAR = 10.0;

vec3 onFilm(vec3 light) {
  vec3 soft = light * (1.0 + 0.12 * light) / (1.0 + 0.7 * light);
  vec3 shown = pow(max(soft, 0.0), vec3(1.0 / 2.2));
  return mix(shown, smoothstep(0.0, 1.0, shown), 0.3);
}

void main() {
  vec2 place = 2.0 * (gl_FragCoord.xy + offset) / side - 1.0;
  vec3 view = normalize(vec3(place * HALF_VIEW, -1.0));
  float way = NEAR;
  vec2 found;
  for (int i = 0; i < 96 && way < FAR; i++) {
    found = nearest(CAMERA + view * way);
    if (found.x < 0.0004 * way) break;
    // Carved surfaces are nearer than they say.
    way += found.x * (found.x < 0.15 ? 0.6 : 0.85);
  }
  vec3 light = way < FAR ? colourAt(CAMERA + view * way, found.y, view) : garden(place * 1.3);
  color = vec4(onFilm(light * (1.0 - 0.1 * dot(place, place))), 1.0);
}
