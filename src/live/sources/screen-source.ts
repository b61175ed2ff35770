import {firstPicture, pictureSize} from './first-picture.ts';
import type {FrameSource} from './frame-source.ts';
import {Limit} from './limit.ts';
import {SourceError} from './source-error.ts';
import {onVideoFrame} from './video-frames.ts';
import {watchVideo} from './video-health.ts';

/** A screen that gives no frame for so long gives none, in milliseconds. */
const FIRST_FRAME_MS = 10_000;

/** What is asked for; of these some are known to some browsers alone. */
const WANTED = {
  video: {frameRate: {ideal: 30}},
  audio: {echoCancellation: false, noiseSuppression: false, autoGainControl: false},
  // Who shows this tab sees paintings of paintings.
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
  systemAudio: 'include',
};

/**
 * Asks which screen, window or tab is to be shown, in a click or key press, and shows it. Undefined where the
 * person thinks better of it.
 *
 * @throws SourceError `no-screen` where the browser or the system lets no page see the screen, `in-use` where
 *   nothing comes of it
 */
export async function openScreen(): Promise<FrameSource | undefined> {
  const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  if (!devices?.getDisplayMedia) {
    throw new SourceError('no-screen', 'Expected a browser that shares screens.');
  }
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getDisplayMedia(WANTED);
  } catch (cause) {
    const isRefused = cause instanceof DOMException && cause.name === 'NotAllowedError';
    // The person's own no has no more to say; a system's does.
    if (isRefused && !/system/i.test(cause.message)) return undefined;
    throw new SourceError('no-screen', `Expected a screen, but got ${String(cause)}`, {cause});
  }
  return screenSource(stream);
}

async function screenSource(stream: MediaStream): Promise<FrameSource> {
  const [track] = stream.getVideoTracks();
  const video = document.createElement('video');
  Object.assign(video, {muted: true, playsInline: true, srcObject: stream});
  const health = watchVideo(video, track);
  const close = () => {
    health.dispose();
    for (const each of stream.getTracks()) each.stop();
    video.srcObject = null;
  };
  const limit = new Limit(FIRST_FRAME_MS);
  try {
    void health.play();
    await limit.hold(firstPicture(video, health));
  } catch (cause) {
    close();
    throw new SourceError('in-use', 'Expected a frame of the screen.', {cause});
  } finally {
    limit.clear();
  }
  const size = pictureSize(video);
  const [sound] = stream.getAudioTracks();
  return {
    kind: 'screen',
    title: '',
    facesPerson: false,
    ...(sound && {sound}),
    size,
    onFrame: (listener) => onVideoFrame(video, listener),
    frame: (timeMs) => ({image: video, size: size(), timeMs, close() {}}),
    onHealth: (listener) =>
      health.onHealth((now) => {
        // A window that stands still gives no frames, and one that is minimised is muted.
        if (now === 'silent') listener('live');
        else listener(now === 'muted' ? 'silent' : now);
      }),
    resume: () => void health.play(),
    close,
  };
}
