/** How a film plays. */
export type FilmState = {
  playing: boolean;
  timeMs: number;
  durationMs: number;
  /** 1 is as it was filmed. */
  rate: number;
  /** Whether it begins anew at its end. */
  loops: boolean;
  /** Whether its sound is heard. */
  sounds: boolean;
};

/** What can be done about a film on the stage. */
export type FilmControl = {
  /** What it was opened from; undefined where that was an address. */
  readonly file: Blob | undefined;
  readonly state: FilmState;
  /** Its sound, while it is heard. */
  readonly sound: MediaStreamTrack | undefined;
  /** Calls `listener` when the state changes, a few times a second while it plays; gives what stops it. */
  onChange(listener: () => void): () => void;
  /** Plays it otherwise, or goes to another place; `sounds` in a click or key press. */
  set(change: Partial<Omit<FilmState, 'durationMs'>>): void;
  /** Shows the frame after this one, or the one before, and plays no more. */
  step(by: 1 | -1): void;
  /** Lets its sound go; may be called twice. */
  dispose(): void;
};

/** A frame lasts so long until it is known, in seconds. */
const USUAL_FRAME_SECONDS = 1 / 30;
const LONGEST_FRAME_SECONDS = 0.11;

/** Events that tell of a change. */
const EVENTS = ['play', 'pause', 'timeupdate', 'seeked', 'durationchange', 'ended'];

/**
 * @param health plays it and watches over that, and lets be what it has paused itself
 * @param file that it was opened from, if there is one
 */
export function createFilmControl(
  video: HTMLVideoElement,
  health: {play(): Promise<void>; pause(): void},
  file?: Blob,
): FilmControl {
  const listeners = new Set<() => void>();
  const watching = new AbortController();
  let sounding: {context: AudioContext; track: MediaStreamTrack | undefined} | undefined;
  let frameSeconds = USUAL_FRAME_SECONDS;
  let shownSeconds = -Infinity;

  function tell() {
    for (const listener of listeners) listener();
  }

  /** Takes note of the time between two frames, unless a slow machine has left some out. */
  function measure(_: number, {mediaTime}: VideoFrameCallbackMetadata) {
    const seconds = mediaTime - shownSeconds;
    if (seconds > 0 && seconds < LONGEST_FRAME_SECONDS) frameSeconds = seconds;
    shownSeconds = mediaTime;
    if (!watching.signal.aborted) video.requestVideoFrameCallback(measure);
  }

  function goTo(seconds: number) {
    video.currentTime = Math.min(Math.max(0, seconds), Math.max(0, video.duration - 0.001));
  }

  /** From here on the sound goes through a context, which can be recorded, too. */
  function openSound() {
    if (sounding) return;
    const context = new AudioContext();
    const source = new MediaElementAudioSourceNode(context, {mediaElement: video});
    const recorded = new MediaStreamAudioDestinationNode(context);
    source.connect(recorded);
    source.connect(context.destination);
    sounding = {context, track: recorded.stream.getAudioTracks()[0]};
    void context.resume();
  }

  for (const name of EVENTS) video.addEventListener(name, tell, {signal: watching.signal});
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(measure);

  return {
    file,
    get state() {
      return {
        playing: !video.paused,
        timeMs: 1000 * video.currentTime,
        // A stream has no end.
        durationMs: Number.isFinite(video.duration) ? 1000 * video.duration : 0,
        rate: video.playbackRate,
        loops: video.loop,
        sounds: !video.muted,
      };
    },
    get sound() {
      return video.muted ? undefined : sounding?.track;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set({playing, timeMs, rate, loops, sounds}) {
      if (timeMs !== undefined) goTo(timeMs / 1000);
      if (rate !== undefined) video.playbackRate = rate;
      if (loops !== undefined) video.loop = loops;
      if (sounds !== undefined) {
        if (sounds) openSound();
        video.muted = !sounds;
      }
      if (playing === true) void health.play();
      if (playing === false) health.pause();
      tell();
    },
    step(by) {
      health.pause();
      goTo(video.currentTime + by * frameSeconds);
    },
    dispose() {
      watching.abort();
      listeners.clear();
      void sounding?.context.close();
      sounding = undefined;
    },
  };
}
