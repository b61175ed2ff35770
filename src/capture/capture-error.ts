/**
 * What went wrong:
 * `unsupported` (the browser can record nothing here), `unloaded` (the program that records could not
 * be loaded), `no-frames` (nothing was recorded before the stop), `encoder-failed` (no more can be
 * recorded; what there is can be finished), `unfinished` (the file broke off at its end),
 * `full` (there is no room for more of the take), `disk-failed` (a file can no longer be written),
 * `disposed` (used after its end),
 * `picture-failed` (no picture could be made), `picture-too-large` (it has more pixels than can be saved so),
 * `picture-format` (the browser writes no pictures of this kind), `share-failed`, `microphone-insecure` (the page is not served
 * over https), `microphone-denied`, `microphone-missing`, `microphone-busy`, `microphone-unanswered`
 * (nobody has said yes or no), `microphone-gone` (unplugged or taken away), `microphone-failed` (what it
 * hears can no longer be encoded).
 */
export type CaptureErrorCode =
  | 'unsupported'
  | 'unloaded'
  | 'no-frames'
  | 'encoder-failed'
  | 'unfinished'
  | 'full'
  | 'disk-failed'
  | 'disposed'
  | 'picture-failed'
  | 'picture-too-large'
  | 'picture-format'
  | 'share-failed'
  | 'microphone-insecure'
  | 'microphone-denied'
  | 'microphone-missing'
  | 'microphone-busy'
  | 'microphone-unanswered'
  | 'microphone-gone'
  | 'microphone-failed';

/** The one error this room throws: `code` for the app, `message` for developers, `cause` as it came. */
export class CaptureError extends Error {
  override readonly name = 'CaptureError';
  readonly code: CaptureErrorCode;

  constructor(code: CaptureErrorCode, message: string, cause?: unknown) {
    super(message, {cause});
    this.code = code;
  }
}
