import type {Attempt} from '../attempt.ts';
import {withLaterPart} from '../later-part.ts';
import type {Hand, HandParts} from './hand.ts';

/** What a person can do about regions that are painted by hand. */
export type HandActions = {
  /** Does something with the hand, which comes when it is first asked for; a notice says what goes wrong. */
  withHand(use: (hand: Hand) => unknown): Promise<void>;
};

export function handActions(parts: Omit<HandParts, 'attempt'>, attempt: Attempt): HandActions {
  return {
    withHand: withLaterPart(
      async () => (await import('./hand.ts')).createHand({...parts, attempt}),
      attempt,
    ),
  };
}
