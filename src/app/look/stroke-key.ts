import {type Stroke, strokes} from '../styles/stroke.ts';
import {choiceKey} from './choice-key.ts';

/** What looks best: tesserae, dots and hatches are seen as such. */
export const USUAL_STROKE: Stroke = 'broad';

/** Stroke size: `?stroke=fine`, `medium` or `broad`. */
export const strokeKey = choiceKey({
  key: 'stroke',
  values: strokes,
  usual: USUAL_STROKE,
  told: {
    value: (stroke) => ({key: 'look.stroke', values: {stroke}}),
    text: (text) => ({key: 'address.stroke', values: {text}}),
  },
});
