import type {Calm} from '../../gpu/painter.ts';
import {choiceKey} from './choice-key.ts';

/** From none to most. */
export const calms: readonly Calm[] = ['off', 'normal', 'strong'];

/** What noise and strokes of a room by daylight want. */
export const USUAL_CALM: Calm = 'normal';

/** How firmly trembling is held down: `?calm=strong`, `off`. */
export const calmKey = choiceKey({
  key: 'calm',
  values: calms,
  usual: USUAL_CALM,
  told: {
    value: (calm) => ({key: 'look.calm', values: {calm}}),
    text: (text) => ({key: 'address.calm', values: {text}}),
  },
});
