import type {SourceHealth} from './frame-source.ts';

/** A camera without a frame for so long is silent, in milliseconds. */
const SILENT_MS = 5000;

/** How often that is looked at, in milliseconds. */
const WATCH_MS = 1000;

/** Whoever pauses a video more often than this, one time soon after the other, is let be for a while. */
const MOST_TRIES = 3;
const SOON_MS = 5000;

/** Watches over a video that should play. */
export type VideoHealth = {
  /** See `FrameSource`. */
  onHealth(listener: (health: SourceHealth) => void): () => void;
  /** Plays, and says how that went: never rejects. */
  play(): Promise<void>;
  /** Pauses on purpose: that is let be until it is played again. */
  pause(): void;
  /** Watches no more; may be called twice. */
  dispose(): void;
};

/**
 * Keeps a video playing that something outside stops (a call, low power, a tab in the background), and
 * tells where it cannot.
 *
 * @param track of a camera: it may be muted or end, and is silent when no frame comes
 */
export function watchVideo(video: HTMLVideoElement, track?: MediaStreamTrack): VideoHealth {
  const listeners = new Set<(health: SourceHealth) => void>();
  const watching = new AbortController();
  const {signal} = watching;
  let health: SourceHealth = 'live';
  let refused: 'blocked' | 'paused' | undefined;
  let held = false;
  let ended = track?.readyState === 'ended';
  let muted = track?.muted ?? false;
  let tries = 0;
  let triedAt = -Infinity;
  let shown = {currentTime: -1, at: performance.now()};

  function judge() {
    if (signal.aborted) return;
    const next = healthNow();
    if (next === health) return;
    health = next;
    for (const listener of listeners) listener(health);
  }

  function healthNow(): SourceHealth {
    if (ended) return 'ended';
    if (muted) return 'muted';
    if (video.paused) return held || video.ended ? 'live' : (refused ?? 'paused');
    const {currentTime} = video;
    // Nobody sees the frames of a hidden tab, and browsers save them.
    if (currentTime !== shown.currentTime || document.hidden) {
      shown = {currentTime, at: performance.now()};
    }
    const waiting = track !== undefined || video.readyState < video.HAVE_FUTURE_DATA;
    return waiting && performance.now() - shown.at >= SILENT_MS ? 'silent' : 'live';
  }

  async function play(): Promise<void> {
    try {
      await video.play();
      refused = undefined;
    } catch (error) {
      const denied = error instanceof DOMException && error.name === 'NotAllowedError';
      refused = denied ? 'blocked' : 'paused';
    }
    judge();
  }

  /** What was paused from outside goes on where it may. */
  function playOn() {
    const mayPlay =
      !document.hidden && !signal.aborted && !ended && !held && video.paused && !video.ended;
    if (performance.now() - triedAt > SOON_MS) tries = 0;
    if (!mayPlay || refused === 'blocked' || tries >= MOST_TRIES) return judge();
    tries++;
    triedAt = performance.now();
    void play();
  }

  function end() {
    ended = true;
    judge();
  }

  video.addEventListener('pause', playOn, {signal});
  video.addEventListener('playing', judge, {signal});
  video.addEventListener('error', end, {signal});
  track?.addEventListener('ended', end, {signal});
  track?.addEventListener(
    'mute',
    () => {
      muted = true;
      judge();
    },
    {signal},
  );
  track?.addEventListener(
    'unmute',
    () => {
      muted = false;
      comeBack();
    },
    {signal},
  );
  const comeBack = () => {
    tries = 0;
    playOn();
  };
  document.addEventListener('visibilitychange', comeBack, {signal});
  window.addEventListener('focus', comeBack, {signal});
  const look = () => {
    // Not everything that ends a pause is told of: a call, low power.
    if (video.paused && performance.now() - triedAt > SOON_MS) playOn();
    else judge();
  };
  const timer = setInterval(look, WATCH_MS);

  return {
    onHealth(listener) {
      judge();
      listeners.add(listener);
      if (health !== 'live') listener(health);
      return () => listeners.delete(listener);
    },
    play() {
      tries = 0;
      held = false;
      return play();
    },
    pause() {
      held = true;
      video.pause();
      judge();
    },
    dispose() {
      watching.abort();
      clearInterval(timer);
      listeners.clear();
    },
  };
}
