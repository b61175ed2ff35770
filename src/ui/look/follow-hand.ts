import type {Hand} from '../../app/regions/hand.ts';
import type {HandCommand} from './brush-panel.ts';

/** Does with the hand what the panel has told. */
export function followHand(hand: Hand, command: HandCommand): unknown {
  switch (command.do) {
    case 'take':
      return hand.take(command.isTaken);
    case 'choose':
      return hand.choose(command.change);
    default:
      return hand[command.do]();
  }
}
