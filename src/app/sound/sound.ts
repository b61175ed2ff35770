import type {Paint} from '../../gpu/painter.ts';
import type {Engine} from '../../live/engine.ts';
import type {Attempt} from '../attempt.ts';
import {between} from '../look/between.ts';
import type {Look} from '../look/look-table.ts';
import type {Looks} from '../look/looks.ts';
import {sharesOf, withShare, withShares} from '../look/mix.ts';
import {AppError} from '../notices/app-error.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {createDrivenPaints, type DrivenPaints} from './driven-paints.ts';
import {createLoudness} from './loudness.ts';
import {keepChoice, keptChoice} from './sound-memory.ts';
import type {SoundChoice, SoundState} from './sound-state.ts';

/** Where a sound comes from: the microphone, or the film or screen on the stage. */
export type SoundOrigin = 'microphone' | 'source';

/** A sound that drives the look. */
export type Sound = {
  /**
   * Has the microphone drive, which is asked for, or what is heard of the source; a phase says what came of it.
   *
   * @throws AppError where nothing is heard of the source
   */
  start(from?: SoundOrigin): Promise<void>;
  /** Lets the microphone go. */
  stop(): void;
  choose(choice: Partial<SoundChoice>): void;
};

/** What sound needs from the studio. */
export type SoundParts = {
  store: Store<AppState>;
  engine: Promise<Pick<Engine, 'sound'>>;
  looks: Pick<Looks, 'current' | 'driveBy' | 'paintOf' | 'expect'>;
  attempt: Attempt;
  /** Where choices are kept; a function, because browsers may throw when a storage is only mentioned. */
  storage: () => Storage;
};

/** The level is shown this often, in milliseconds. */
const SHOWN_MS = 100;

/** Samples that are looked at, 23 milliseconds of them. */
const SAMPLES = 1024;

/** Strokes are driven from these to those, whichever the look has. */
const QUIET_STROKE = {stroke: 'fine'} as const;
const LOUD_STROKE = {stroke: 'broad'} as const;

/** As it is in the room: what calls do to a voice takes music away. */
const AS_HEARD = {echoCancellation: false, noiseSuppression: false, autoGainControl: false};

/** @param signal ends it */
export function createSound(parts: SoundParts, signal: AbortSignal): Sound {
  const {store, engine, looks, attempt, storage} = parts;
  const patch = (change: Partial<SoundState>) => {
    store.patch('sound', change);
  };
  let listening: {stream: MediaStream; context: AudioContext} | undefined;

  function stop() {
    looks.driveBy(undefined);
    for (const track of listening?.stream.getTracks() ?? []) track.stop();
    void listening?.context.close();
    listening = undefined;
    patch({phase: 'off', level: 0});
  }

  function drivenBy(analyser: AnalyserNode) {
    const loudness = createLoudness();
    const spectrum = new Uint8Array(analyser.frequencyBinCount);
    const {sampleRate} = analyser.context;
    let shownMs = 0;
    let made: {paint: Paint; by: SoundChoice; paints: DrivenPaints | undefined} | undefined;

    function paintsOf(paint: Paint, by: SoundChoice): DrivenPaints | undefined {
      if (made?.paint !== paint || !isSame(made.by, by)) {
        made = {paint, by, paints: drivenPaints(looks, paint, by)};
        if (by.target === 'stroke' && !made.paints) void expectStrokes(made);
      }
      return made.paints;
    }

    /** The look is painted as it is until its styles are seen at either size, which happens once. */
    const expectStrokes = (asked: typeof made) =>
      attempt(async () => {
        await Promise.all([QUIET_STROKE, LOUD_STROKE].map((change) => looks.expect(change)));
        if (made === asked) made = undefined;
      });

    looks.driveBy((paint, timeMs) => {
      const {band, target, depth} = store.get().sound;
      analyser.getByteFrequencyData(spectrum);
      const level = loudness.hear(spectrum, sampleRate, band, timeMs);
      if (timeMs - shownMs > SHOWN_MS) {
        shownMs = timeMs;
        patch({level: Math.round(100 * level) / 100});
      }
      return paintsOf(paint, {band, target, depth})?.at(level) ?? paint;
    });
  }

  patch(keptChoice(storage));
  signal.addEventListener('abort', stop);
  return {
    async start(from = 'microphone') {
      if (listening) return;
      const heard = from === 'source' ? (await engine).sound?.clone() : undefined;
      if (from === 'source' && !heard) throw new AppError({key: 'sound.silent-source'});
      const {mediaDevices} = navigator as {mediaDevices?: MediaDevices};
      if (!mediaDevices || !('AudioContext' in globalThis)) {
        patch({phase: 'unsupported'});
        return;
      }
      patch({phase: 'asking'});
      let stream: MediaStream;
      try {
        stream = heard
          ? new MediaStream([heard])
          : await mediaDevices.getUserMedia({audio: AS_HEARD});
      } catch (error) {
        console.warn(error);
        patch({phase: 'denied'});
        return;
      }
      const context = new AudioContext();
      listening = {stream, context};
      if (signal.aborted) {
        stop();
        return;
      }
      const analyser = new AnalyserNode(context, {fftSize: SAMPLES, smoothingTimeConstant: 0});
      new MediaStreamAudioSourceNode(context, {mediaStream: stream}).connect(analyser);
      // A microphone that is unplugged drives no more, nor does a film that is over.
      for (const track of stream.getTracks()) track.addEventListener('ended', stop);
      drivenBy(analyser);
      patch({phase: 'on'});
      await context.resume();
    },
    stop,
    choose(choice) {
      patch(choice);
      keepChoice(storage, store.get().sound);
    },
  };
}

function isSame(one: SoundChoice, other: SoundChoice): boolean {
  return one.target === other.target && one.depth === other.depth;
}

/** From silence to the loudest: up to the look, from it on to the last style of its mix, or to broad strokes. */
function drivenPaints(
  looks: SoundParts['looks'],
  paint: Paint,
  {target, depth}: SoundChoice,
): DrivenPaints | undefined {
  const look = looks.current();
  if (target === 'strength') {
    const quiet = looks.paintOf({alpha: look.alpha * (1 - depth)});
    return quiet && createDrivenPaints(quiet, paint);
  }
  if (target === 'stroke') {
    const [fine, broad] = [looks.paintOf(QUIET_STROKE), looks.paintOf(LOUD_STROKE)];
    return fine && broad && createDrivenPaints(between(broad, fine, depth), broad);
  }
  const loud = looks.paintOf(towardsLast(look, depth));
  return loud && look.styles.length > 1 ? createDrivenPaints(paint, loud) : undefined;
}

function towardsLast({styles}: Look, depth: number): Partial<Look> {
  const shares = sharesOf(styles);
  const last = shares.length - 1;
  const share = shares[last] ?? 0;
  return {styles: withShares(styles, withShare(shares, last, share + (1 - share) * depth))};
}
