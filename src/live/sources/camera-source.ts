import {createCameraControl} from './camera-control.ts';
import {cameraPhoto} from './camera-photo.ts';
import {firstPicture, pictureSize} from './first-picture.ts';
import type {FrameSource} from './frame-source.ts';
import {Limit} from './limit.ts';
import {startMediaPipeCamera} from './mediapipe-camera.ts';
import {SourceError} from './source-error.ts';
import {onVideoFrame} from './video-frames.ts';
import {type VideoHealth, watchVideo} from './video-health.ts';

/** What is asked of a camera; it gives the nearest it can. */
const WANTED = {width: 1280, height: 720};

/** A camera that gives no frame for so long is taken to be held by another program. */
const FIRST_FRAME_MS = 10_000;

/** Which camera to open. */
export type CameraRequest = {
  /** The device, or empty for the browser's default. */
  cameraId: string;
  facing: 'user' | 'environment';
};

/** A camera on the stage. */
export type CameraSource = FrameSource & {cameraId: string; facing: 'user' | 'environment'};

/**
 * Opens a camera; the browser asks the person. The default camera is driven by MediaPipe's camera
 * utility, a chosen one, which that cannot open, by `getUserMedia`.
 *
 * @throws SourceError with the reason
 */
export async function openCamera(request: CameraRequest): Promise<CameraSource> {
  if (!globalThis.isSecureContext) {
    throw new SourceError('insecure', 'Expected https or localhost; there is no camera elsewhere.');
  }
  // The type promises it, old browsers do not have it.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) {
    throw new SourceError('unsupported', 'Expected camera access, but this browser has none.');
  }
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  const listeners = new Set<(timeMs: number) => void>();
  // Where the browser cannot tell of a video's frames, MediaPipe's own watch serves.
  const tellsFrames = request.cameraId !== '' || 'requestVideoFrameCallback' in video;
  const signal = () => {
    if (!tellsFrames) for (const listener of listeners) listener(performance.now());
  };
  try {
    const {stream, stop} = request.cameraId
      ? await openDevice(video, request.cameraId)
      : await startMediaPipeCamera(video, request.facing, WANTED, signal);
    try {
      const track = stream.getVideoTracks()[0];
      if (!track) throw new SourceError('missing', 'Expected a video track, but there is none.');
      const health = watchVideo(video, track);
      const close = () => {
        health.dispose();
        listeners.clear();
        stop();
      };
      if (video.paused) void health.play();
      await firstFrame(video, track, health).catch((error: unknown) => {
        close();
        throw error;
      });
      return cameraSource(video, track, request, health, close, tellsFrames ? null : listeners);
    } catch (error) {
      stop();
      throw error;
    }
  } catch (error) {
    throw error instanceof SourceError ? error : cameraError(error);
  }
}

/** @param listeners to frames, where they are told of by others than the video */
function cameraSource(
  video: HTMLVideoElement,
  track: MediaStreamTrack,
  request: CameraRequest,
  health: VideoHealth,
  close: () => void,
  listeners: Set<(timeMs: number) => void> | null,
): CameraSource {
  const {deviceId = request.cameraId, facingMode} = track.getSettings();
  const facing = facingMode === 'environment' ? 'environment' : 'user';
  const size = pictureSize(video);
  return {
    kind: 'camera',
    title: track.label || 'Camera',
    cameraId: deviceId,
    facing,
    facesPerson: facing === 'user',
    camera: createCameraControl(track),
    full: cameraPhoto(track),
    size,
    onFrame(listener) {
      if (!listeners) return onVideoFrame(video, listener);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    frame: (timeMs) => ({image: video, size: size(), timeMs, close() {}}),
    onHealth: health.onHealth,
    resume: () => void health.play(),
    close,
  };
}

async function openDevice(video: HTMLVideoElement, cameraId: string) {
  const {width, height} = WANTED;
  const stream = await navigator.mediaDevices.getUserMedia({
    video: {deviceId: {ideal: cameraId}, width: {ideal: width}, height: {ideal: height}},
  });
  video.srcObject = stream;
  return {
    stream,
    stop() {
      for (const track of stream.getTracks()) track.stop();
      if (video.srcObject === stream) video.srcObject = null;
    },
  };
}

/**
 * `getUserMedia` resolves before there is a picture, and some cameras never give one; others are
 * unplugged while they are opened.
 */
async function firstFrame(
  video: HTMLVideoElement,
  track: MediaStreamTrack,
  health: VideoHealth,
): Promise<void> {
  const limit = new Limit(FIRST_FRAME_MS);
  try {
    await limit.hold(firstPicture(video, health));
  } catch (cause) {
    const late = cause instanceof SourceError;
    const problem = late ? (track.muted ? 'muted' : 'in-use') : 'missing';
    throw new SourceError(problem, `Expected a frame within ${FIRST_FRAME_MS} ms.`, {cause});
  } finally {
    limit.clear();
  }
}

/** Browsers name the same troubles differently: Safari calls a missing camera overconstrained. */
function cameraError(error: unknown): SourceError {
  const name = error instanceof DOMException ? error.name : '';
  const message = `Expected a camera, but got ${String(error)}`;
  const options = {cause: error};
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return new SourceError('denied', message, options);
  }
  if (name === 'NotFoundError' || name === 'OverconstrainedError') {
    return new SourceError('missing', message, options);
  }
  if (name === 'NotReadableError' || name === 'AbortError') {
    return new SourceError('in-use', message, options);
  }
  return new SourceError('unsupported', message, options);
}
