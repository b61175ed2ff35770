import type {Calm} from '../../gpu/painter.ts';
import type {LookKey} from './look-key.ts';

/** From none to most. */
export const calms: readonly Calm[] = ['off', 'normal', 'strong'];

/** What noise and strokes of a room by daylight want. */
export const USUAL_CALM: Calm = 'normal';

/** How firmly trembling is held down: `?calm=strong`, `off`. */
export const calmKey: LookKey<Calm> = {
  first: () => USUAL_CALM,
  check: (value) => (isCalm(value) ? undefined : {key: 'look.calm', values: {calm: String(value)}}),
  address: {
    key: 'calm',
    read(text) {
      if (isCalm(text)) return {value: text};
      return {problems: [{key: 'address.calm', values: {text}}]};
    },
    write: (calm) => (calm === USUAL_CALM ? undefined : calm),
  },
};

function isCalm(value: unknown): value is Calm {
  return (calms as readonly unknown[]).includes(value);
}
