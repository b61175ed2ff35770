/**
 * What is wrong with a film that is to be painted:
 * `unreadable` (no film, or its index is damaged), `no-picture` (sound alone), `codec` (this browser cannot decode
 * its picture, or it is encrypted), `encoder` (the browser can encode no picture of this size), `broken` (it cannot be
 * read on, or not be written), `full` (the browser has no more room for what is written), `file-full` (nor has the
 * place of the file that was chosen).
 */
export type FilmProblem =
  'unreadable' | 'no-picture' | 'codec' | 'encoder' | 'broken' | 'full' | 'file-full';

/** A film that cannot be painted; the message is for developers. */
export class FilmError extends Error {
  override readonly name = 'FilmError';
  readonly problem: FilmProblem;

  constructor(problem: FilmProblem, message: string, cause?: unknown) {
    super(message, {cause});
    this.problem = problem;
  }
}
