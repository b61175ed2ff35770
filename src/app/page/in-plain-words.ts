import {sentence} from '../../words/say.ts';
import {messageOf} from '../notices/message-of.ts';

/** What went wrong as an error for programs: its message is the sentence that people read. */
export function inPlainWords(cause: unknown): Error {
  return new Error(sentence(messageOf(cause)), {cause});
}
