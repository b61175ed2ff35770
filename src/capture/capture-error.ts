/**
 * What went wrong:
 * `unsupported` (the browser can record nothing here), `unloaded` (the program that records could not
 * be loaded), `no-frames` (nothing was drawn before the
 * stop), `encoder-failed`, `full` (the take has reached the most that is kept in memory), `disposed`
 * (used after its end), `picture-failed` (no PNG could be made), `share-failed`,
 * `microphone-insecure` (the page is not served over https), `microphone-denied`,
 * `microphone-missing`, `microphone-busy`.
 */
export type CaptureErrorCode =
  | 'unsupported'
  | 'unloaded'
  | 'no-frames'
  | 'encoder-failed'
  | 'full'
  | 'disposed'
  | 'picture-failed'
  | 'share-failed'
  | 'microphone-insecure'
  | 'microphone-denied'
  | 'microphone-missing'
  | 'microphone-busy';

/** The one error this room throws: `code` for the app, `message` for developers, `cause` as it came. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly code: CaptureErrorCode;

  constructor(code: CaptureErrorCode, message: string, cause?: unknown) {
    super(message, {cause});
    this.code = code;
  }
}
