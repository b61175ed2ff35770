import type {Engine} from '../../live/engine.ts';
import {type CameraSource, openCamera} from '../../live/sources/camera-source.ts';
import type {FrameSource} from '../../live/sources/frame-source.ts';
import type {Notices} from '../notices/notices.ts';
import {findPersons} from '../regions/open-regions.ts';
import type {Sources} from '../sources/sources.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';

/** What attracting people needs from the studio. */
export type AttractParts = {
  store: Store<AppState>;
  notices: Pick<Notices, 'show'>;
  engine: Pick<Engine, 'presence' | 'every' | 'openRegions'>;
  sources: Pick<Sources, 'showDemo' | 'show'>;
  /** Opens the camera that is watched unseen; as `openCamera`. */
  open?: typeof openCamera;
};

/** Somebody is looked for this often, in milliseconds. */
const LOOK_MS = 1000;

/** Of the frame; less is the noise of an empty room. */
const LEAST_SHARE = 0.015;

/**
 * Shows the demo when nobody has been before the camera for as long as the settings say, so that who passes by
 * sees what this is; the camera goes on unseen, and is back on the stage as soon as somebody comes. Never while
 * something is recorded, and not when a person has chosen another source.
 *
 * @returns the function that stops it
 */
export function attractWhenAlone(parts: AttractParts): () => void {
  const {store, notices, engine, sources, open = openCamera} = parts;
  /** When somebody was seen last. */
  let seenMs = performance.now();
  /** Which camera the demo stands in for, if it does; that camera, once it is open. */
  let away: {cameraId: string; camera?: CameraSource} | undefined;
  let looking = false;
  let stopped = false;

  async function look() {
    const {settings, source, captures, regions} = store.get();
    const afterMs = 1000 * settings.attract;
    if (afterMs === 0 || (away && source.kind !== 'demo')) return letGo();
    if (regions.persons === 'unasked') return findPersons(store, engine, notices);
    if (away) return lookUnseen(away);
    const isFree =
      source.kind === 'camera' && !source.opening && captures.recording.phase === 'idle';
    if (!isFree || (await isSomebodyThere()) !== false) seenMs = performance.now();
    if (performance.now() - seenMs < afterMs) return;
    await sources.showDemo();
    away = {cameraId: source.cameraId ?? ''};
  }

  /** Undefined where that is not known. */
  async function isSomebodyThere(source?: FrameSource): Promise<boolean | undefined> {
    const share = await engine.presence(source);
    return share === undefined ? undefined : share >= LEAST_SHARE;
  }

  async function lookUnseen(absence: NonNullable<typeof away>) {
    absence.camera ??= await open({cameraId: absence.cameraId, facing: 'user'});
    const {camera} = absence;
    const isThere = await isSomebodyThere(camera);
    // It may have been left meanwhile.
    if (stopped || away !== absence) camera.close();
    else if (isThere) {
      letGo(camera);
      await sources.show(camera);
    }
  }

  /** @param kept the camera that goes on */
  function letGo(kept?: CameraSource) {
    if (away?.camera !== kept) away?.camera?.close();
    away = undefined;
    seenMs = performance.now();
  }

  const stopLooking = engine.every(LOOK_MS, () => {
    if (looking) return;
    looking = true;
    look()
      // A camera that does not come may come the next time.
      .catch(console.warn)
      .finally(() => (looking = false));
  });
  return () => {
    stopped = true;
    stopLooking();
    letGo();
  };
}
