/** Why a source cannot be shown, or a picture not be read. */
export type SourceProblem =
  /** The page is not on https or localhost, where browsers offer no camera. */
  | 'insecure'
  | 'denied'
  | 'missing'
  | 'in-use'
  /** The camera is switched off by a privacy key or by the system. */
  | 'muted'
  | 'unsupported'
  /** The browser or the system lets no page see the screen. */
  | 'no-screen'
  /** The program that drives the camera could not be loaded. */
  | 'unloaded'
  /** The file or address is no picture or video that this browser can read. */
  | 'unreadable'
  | 'empty'
  /** The address is on another site that does not allow its use here (CORS), or is not there. */
  | 'unreachable'
  /** The address does not answer, or the browser does not get done with the file. */
  | 'slow'
  /** A picture of more pixels than can be decoded. */
  | 'too-large'
  /** A film or sound file without a picture. */
  | 'no-picture'
  /** A film in an encoding that this browser does not know. */
  | 'codec'
  /** A picture of a kind that this browser does not show: HEIC, TIFF … */
  | 'format'
  /** A film, where a picture is wanted. */
  | 'film'
  /** A picture that the browser shows, but lets nobody read. */
  | 'tainted';

/** A source that could not be opened; the message is for developers. */
export class SourceError extends Error {
  override name = 'SourceError';
  readonly problem: SourceProblem;

  constructor(problem: SourceProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
