/** An error whose message is a sentence for people, which also tells what to do. */
export class PlainError extends Error {
  override name = 'PlainError';
}
