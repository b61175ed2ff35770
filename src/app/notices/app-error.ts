import type {Message} from '../../words/message.ts';

/** What cannot be done, as a sentence that is still to be said; `message` is for developers. */
export class AppError extends Error {
  override name = 'AppError';
  /** What a person is told. */
  readonly told: Message;

  constructor(told: Message, options?: ErrorOptions) {
    super(JSON.stringify(told), options);
    this.told = told;
  }
}
