import {openTestContext} from './gl-fixture.ts';

/** How many targets a pass can draw to here: software renderers differ, from one version to the next. */
export const MOST_TARGETS = mostTargets();

function mostTargets(): 4 | 8 {
  const gl = openTestContext();
  const targets = gl.getParameter(gl.MAX_DRAW_BUFFERS) as number;
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return targets >= 8 ? 8 : 4;
}
