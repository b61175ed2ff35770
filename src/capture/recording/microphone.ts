import {CaptureError, type CaptureErrorCode} from '../capture-error.ts';

const CODES: Partial<Record<string, CaptureErrorCode>> = {
  NotAllowedError: 'microphone-denied',
  SecurityError: 'microphone-denied',
  NotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
};

/**
 * Asks for the microphone and opens it. The caller stops the track, or gives it to a recorder,
 * which then does.
 *
 * @throws {CaptureError} one of the `microphone-…` codes
 */
export async function openMicrophone(): Promise<MediaStreamTrack> {
  // Browsers take `mediaDevices` away where the page is neither https nor localhost.
  if (!(navigator.mediaDevices as MediaDevices | undefined)) {
    throw new CaptureError('microphone-insecure', 'navigator.mediaDevices needs a secure context.');
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({audio: true});
    const [track] = stream.getAudioTracks();
    if (!track) throw new DOMException('The stream has no audio track.', 'NotFoundError');
    return track;
  } catch (error) {
    const code = CODES[error instanceof Error ? error.name : ''] ?? 'microphone-busy';
    throw new CaptureError(code, `Could not open the microphone: ${String(error)}`, error);
  }
}
