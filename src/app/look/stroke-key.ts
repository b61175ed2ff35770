import {type Stroke, strokes} from '../styles/stroke.ts';
import type {LookKey} from './look-key.ts';

/** What looks best: tesserae, dots and hatches are seen as such. */
export const USUAL_STROKE: Stroke = 'broad';

/** Stroke size: `?stroke=fine`, `medium` or `broad`. */
export const strokeKey: LookKey<Stroke> = {
  first: () => USUAL_STROKE,
  check: (value) =>
    isStroke(value) ? undefined : {key: 'look.stroke', values: {stroke: String(value)}},
  address: {
    key: 'stroke',
    read(text) {
      if (isStroke(text)) return {value: text};
      return {problems: [{key: 'address.stroke', values: {text}}]};
    },
    write: (stroke) => (stroke === USUAL_STROKE ? undefined : stroke),
  },
};

function isStroke(value: unknown): value is Stroke {
  return (strokes as readonly unknown[]).includes(value);
}
