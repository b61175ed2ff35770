import {LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {calms, USUAL_CALM} from '../../app/look/calm-key.ts';
import type {Look} from '../../app/look/look-table.ts';
import {say} from '../../words/say.ts';
import {choiceRow, choiceRowStyles} from '../kit/choice-row.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {lookRow} from './look-row.styles.ts';

/**
 * Sets how firmly trembling is held down.
 *
 * @fires calm-change - `detail` is what was chosen
 */
@customElement('calm-choice')
export class CalmChoice extends LitElement {
  static override styles = [controls, lookRow, choiceRowStyles];

  /** The one that is chosen. */
  @property() calm: Look['calm'] = USUAL_CALM;

  override render() {
    const choices = calms.map((value) => ({value, label: say(`calm.${value}`)}));
    return choiceRow(say('calm.label'), choices, this.calm, USUAL_CALM, (calm) => {
      emit(this, 'calm-change', calm);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'calm-choice': CalmChoice;
  }
  interface HTMLElementEventMap {
    'calm-change': CustomEvent<Look['calm']>;
  }
}
