/** What a camera can be set to, and is. */
export type CameraRange = {min: number; max: number; step: number; value: number};

/** What some cameras let be set by a number: how near, how bright, and from where on it is sharp. */
export type CameraDial = 'zoom' | 'exposureCompensation' | 'focusDistance';

/** What can be set about a camera; what it does not offer is left out. */
export type CameraState = {
  /** Its frames, short side in pixels, and which sides it can have. */
  side: number;
  sides: readonly number[];
  dials: Partial<Record<CameraDial, CameraRange>>;
  /** Whether it finds by itself what is sharp; undefined where there is no choice. */
  focusesItself?: boolean;
  /** Whether its lamp is lit; undefined where it has none. */
  lamp?: boolean;
};

/** A change of what can be set. */
export type CameraChange = Partial<
  Record<CameraDial, number> & {side: number; focusesItself: boolean; lamp: boolean}
>;

/** What can be done about a camera on the stage. */
export type CameraControl = {
  readonly state: CameraState;
  /** Calls `listener` when the state has changed; gives what stops it. */
  onChange(listener: () => void): () => void;
  /** Sets it as far as it can be; what the camera refuses stays. Never rejects. */
  set(change: CameraChange): Promise<void>;
};

/** Short sides that are offered, in pixels, if a camera has them. */
const SIDES = [360, 480, 720, 1080, 1440, 2160] as const;

/** Wide, as cameras are; on a phone that is held upright, browsers turn it. */
const ASPECT = 16 / 9;

const DIALS: readonly CameraDial[] = ['zoom', 'exposureCompensation', 'focusDistance'];

/** Media Capture's extensions for cameras, which the types do not know. */
type Capabilities = MediaTrackCapabilities &
  Partial<Record<CameraDial, Partial<CameraRange>>> & {focusMode?: string[]; torch?: boolean};
type Settings = MediaTrackSettings &
  Partial<Record<CameraDial, number>> & {focusMode?: string; torch?: boolean};
type Constraints = MediaTrackConstraintSet &
  Partial<Record<CameraDial, number>> & {focusMode?: string; torch?: boolean};

/** @param track of the camera; it stays the caller's */
export function createCameraControl(track: MediaStreamTrack): CameraControl {
  const listeners = new Set<() => void>();
  /** All that was set: each time, all of it is. */
  let size: MediaTrackConstraints = {};
  let advanced: Constraints = {};

  function describe(): CameraState {
    // Firefox knows no capabilities of a track before 132.
    const can = ((track as Partial<MediaStreamTrack>).getCapabilities?.() ?? {}) as Capabilities;
    const is: Settings = track.getSettings();
    const most = Math.min(can.width?.max ?? 0, can.height?.max ?? 0);
    const dials: CameraState['dials'] = {};
    for (const name of DIALS) {
      const {min, max, step = 0} = can[name] ?? {};
      if (min === undefined || max === undefined || !(min < max)) continue;
      dials[name] = {min, max, step: step || (max - min) / 100, value: is[name] ?? min};
    }
    const modes = can.focusMode ?? [];
    return {
      side: Math.min(is.width ?? 0, is.height ?? 0),
      sides: SIDES.filter((side) => side <= most),
      dials,
      ...(modes.includes('continuous') &&
        modes.includes('manual') && {focusesItself: is.focusMode !== 'manual'}),
      ...(can.torch && {lamp: is.torch === true}),
    };
  }

  return {
    get state() {
      return describe();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async set({side, focusesItself, lamp, ...dials}) {
      if (side !== undefined) {
        size = {width: {ideal: Math.round(side * ASPECT)}, height: {ideal: side}};
      }
      // A distance is kept only by who does not look for it.
      const isManual = focusesItself === false || dials.focusDistance !== undefined;
      advanced = {
        ...advanced,
        ...dials,
        ...((isManual || focusesItself) && {focusMode: isManual ? 'manual' : 'continuous'}),
        ...(lamp !== undefined && {torch: lamp}),
      };
      if (focusesItself) delete advanced.focusDistance;
      try {
        await track.applyConstraints({
          ...size,
          ...(Object.keys(advanced).length > 0 && {advanced: [advanced]}),
        });
      } catch (error) {
        console.warn('The camera stays as it is.', error);
      }
      for (const listener of listeners) listener();
    },
  };
}
