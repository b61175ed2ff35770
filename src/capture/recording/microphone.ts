import {TooLateError, within} from '../../within.ts';
import {CaptureError, type CaptureErrorCode} from '../capture-error.ts';

const CODES: Partial<Record<string, CaptureErrorCode>> = {
  TooLateError: 'microphone-unanswered',
  NotAllowedError: 'microphone-denied',
  SecurityError: 'microphone-denied',
  NotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
};

/** A question that nobody answers holds a recording up no longer than this, in milliseconds. */
const ANSWER_MS = 20_000;

/**
 * Asks for the microphone and opens it. The caller stops the track, or gives it to a recorder,
 * which then does.
 *
 * @param answerMs how long the person may take to allow it
 * @throws {CaptureError} one of the `microphone-…` codes
 */
export async function openMicrophone(answerMs = ANSWER_MS): Promise<MediaStreamTrack> {
  // Browsers take `mediaDevices` away where the page is neither https nor localhost.
  if (!(navigator.mediaDevices as MediaDevices | undefined)) {
    throw new CaptureError('microphone-insecure', 'navigator.mediaDevices needs a secure context.');
  }
  try {
    const asking = navigator.mediaDevices.getUserMedia({audio: true});
    const stream = await within(answerMs, asking).catch((error: unknown) => {
      // An answer that comes after all opens nothing.
      if (error instanceof TooLateError) void asking.then(stop, () => undefined);
      throw error;
    });
    const [track] = stream.getAudioTracks();
    if (!track) throw new DOMException('The stream has no audio track.', 'NotFoundError');
    return track;
  } catch (error) {
    const code = CODES[error instanceof Error ? error.name : ''] ?? 'microphone-busy';
    throw new CaptureError(code, `Could not open the microphone: ${String(error)}`, error);
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
