import {LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {USUAL_STROKE} from '../../app/look/stroke-key.ts';
import {type Stroke, strokes} from '../../app/styles/stroke.ts';
import {say} from '../../words/say.ts';
import {choiceRow, choiceRowStyles} from '../kit/choice-row.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {lookRow} from './look-row.styles.ts';

/**
 * Sets how broad the strokes are.
 *
 * @fires stroke-change - `detail` is the stroke that was chosen
 */
@customElement('stroke-size')
export class StrokeSize extends LitElement {
  static override styles = [controls, lookRow, choiceRowStyles];

  /** The one that is chosen. */
  @property() stroke: Stroke = USUAL_STROKE;

  override render() {
    const choices = strokes.map((value) => ({value, label: say(`stroke.${value}`)}));
    return choiceRow(say('stroke.label'), choices, this.stroke, USUAL_STROKE, (stroke) => {
      emit(this, 'stroke-change', stroke);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stroke-size': StrokeSize;
  }
  interface HTMLElementEventMap {
    'stroke-change': CustomEvent<Stroke>;
  }
}
