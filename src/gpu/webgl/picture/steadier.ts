import type {Calm, Paint} from '../../painter.ts';
import {createScreenPass} from '../tools/screen-pass.ts';
import type {Hold} from './flash-guard.ts';
import type {Picture} from './picture.ts';
import fragmentSource from './steadier.glsl?raw';
import {createTargetPair} from './target-pair.ts';

/** What a painting counts where the frame stands still; of a look that is driven, so that it follows. */
const STILL_SHARES: Record<Calm, number> = {off: 1, normal: 0.08, strong: 0.03};
const DRIVEN_SHARES: Record<Calm, number> = {off: 1, normal: 0.35, strong: 0.2};

/**
 * Keeps strokes from trembling: what little noise a frame has left, a network makes more of, and the
 * more texture it paints. Where the frame stands still, the painting is blended with the one before.
 * One that fades in is blended with it everywhere.
 */
export type Steadier = {
  /**
   * The painting of a frame, steadied: a texture of half floats, which the steadier owns and the frame
   * after the next overwrites. The first one of other layers that do not fade in, and of another size,
   * stays as it is; the same layers on the same frame do not count anew. A look that is driven goes on.
   *
   * @param hold how firmly it is to be held, as `FlashGuard` gives it
   * @param frame what was painted; in alpha how much it moves, 0…1, as `NoiseFilter` gives it
   */
  steady(
    painting: WebGLTexture,
    frame: Picture,
    paint: Pick<Paint, 'layers' | 'fadedIn' | 'calm' | 'drivenFrom'>,
    hold?: Hold,
  ): WebGLTexture;
  /** Forgets the paintings so far: the next one is of another scene. */
  restart(): void;
  /** Frees the textures; may be called twice. */
  dispose(): void;
};

type Painted = {frame: Picture; layers: Paint['layers']; fadedIn: number};

/** Makes a steadier in this context. */
export function createSteadier(gl: WebGL2RenderingContext): Steadier {
  const pass = createScreenPass(gl, fragmentSource);
  const pair = createTargetPair(gl);
  let painted: Painted | undefined;
  let paintedBefore: Painted | undefined;

  return {
    steady(painting, frame, paint, hold = {risk: painting, heldShare: 1}) {
      const {drivenFrom, fadedIn = 1, calm} = paint;
      const layers = drivenFrom ?? paint.layers;
      const stillShares = drivenFrom ? DRIVEN_SHARES : STILL_SHARES;
      if (pair.of(frame.size).isNew) painted = undefined;
      if (painted?.frame !== frame || painted.layers !== layers) {
        pair.swap();
        paintedBefore = painted;
      }
      const {next, last} = pair.of(frame.size);
      painted = {frame, layers, fadedIn};
      const shares = sharesOf(painted, paintedBefore, stillShares[calm]);
      const textures = {
        painting,
        before: last.texture,
        frame: frame.texture,
        risk: hold.risk,
      };
      pass.draw(next.framebuffer, frame.size, textures, (shader) => {
        gl.uniform1f(shader.uniform('stillShare'), shares.still);
        gl.uniform1f(shader.uniform('movingShare'), shares.moving);
        gl.uniform1f(shader.uniform('heldShare'), hold.heldShare);
      });
      return next.texture;
    },
    restart() {
      painted = undefined;
    },
    dispose() {
      pass.dispose();
      pair.dispose();
    },
  };
}

/** What a painting counts beside the one before, so that one that fades in comes in evenly. */
function sharesOf({layers, fadedIn}: Painted, before: Painted | undefined, still: number) {
  const came = before?.layers === layers ? before.fadedIn : 0;
  if (came === 1) return {still, moving: 1};
  const share = before ? (fadedIn - came) / (1 - came) : 1;
  return {still: share, moving: share};
}
