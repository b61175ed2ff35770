import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {COLOUR_WAYS, STYLE_COLOURS} from '../../app/look/colour-key.ts';
import type {Look} from '../../app/look/look-table.ts';
import {say} from '../../words/say.ts';
import {choiceRow, choiceRowStyles} from '../kit/choice-row.ts';
import {controls} from '../kit/controls.styles.ts';
import {cssValues} from '../kit/css-values.ts';
import {emit} from '../kit/emit.ts';
import {ranges} from '../kit/range.styles.ts';
import {lookRow} from './look-row.styles.ts';

/**
 * Sets whose colours the painting has, and how far.
 *
 * @fires colour-change - `detail` is what was chosen
 */
@customElement('colour-choice')
export class ColourChoice extends LitElement {
  static override styles = [
    controls,
    lookRow,
    ranges,
    choiceRowStyles,
    css`
      .share {
        grid-template-columns: auto minmax(0, 1fr) 3.2em;
      }
      output {
        color: var(--text-soft);
        font-variant-numeric: tabular-nums;
        text-align: right;
      }
      p {
        margin: 0 0 4px;
        color: var(--text-soft);
        font-size: 13px;
      }
    `,
  ];

  /** What is chosen. */
  @property({attribute: false}) colour: Look['colour'] = STYLE_COLOURS;

  private change(colour: Look['colour']) {
    emit(this, 'colour-change', colour);
  }

  override render() {
    const {by, share} = this.colour;
    const chosen = share === 0 ? 'style' : by;
    const ways = ['style', ...COLOUR_WAYS] as const;
    const choices = ways.map((value) => ({value, label: say(`colour.${value}`)}));
    return html`
      ${choiceRow(say('colour.label'), choices, chosen, 'style', (way) => {
        if (way === 'style') this.change({...this.colour, share: 0});
        // Another way, as far as before; from the style's colours, all the way.
        else this.change({by: way, share: share === 0 ? 1 : share});
      })}
      ${share === 0 ? '' : this.renderShare()}
      <p>${say(`colour.hint.${chosen}`)}</p>
    `;
  }

  private renderShare() {
    const {share} = this.colour;
    const percent = Math.round(100 * share);
    return html`
      <label class="row share">
        ${say('colour.share')}
        <input
          type="range"
          min="1"
          aria-valuetext=${say('strength.spoken', {percent})}
          ${cssValues({'--part': share})}
          .value=${String(percent)}
          @input=${(event: Event) => {
            const {valueAsNumber} = event.target as HTMLInputElement;
            this.change({...this.colour, share: valueAsNumber / 100});
          }}
          @dblclick=${() => {
            this.change({...this.colour, share: 1});
          }}
        />
        <output aria-hidden="true">${say('strength.shown', {percent})}</output>
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'colour-choice': ColourChoice;
  }
  interface HTMLElementEventMap {
    'colour-change': CustomEvent<Look['colour']>;
  }
}
