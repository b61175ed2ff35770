import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {type Stroke, strokes} from '../../app/styles/stroke.ts';
import {say} from '../../words/say.ts';
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
  static override styles = [
    controls,
    lookRow,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      /* A legend is no item of a grid unless it floats. */
      legend {
        float: left;
        padding: 0;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        padding: 2px;
        border-radius: 18px;
        background: var(--raised);
      }
      label {
        position: relative;
        flex: 1 1 auto;
        display: grid;
        place-items: center;
        min-height: 32px;
        padding: 0 8px;
        border-radius: 999px;
        color: var(--text-soft);
        white-space: nowrap;
        cursor: pointer;
        transition:
          background-color var(--quick) var(--ease),
          color var(--quick) var(--ease);
      }
      /* A finger gets the height of the row. */
      label::before {
        content: '';
        position: absolute;
        inset: -6px 0;
      }
      label:has(:checked) {
        background: var(--text);
        color: var(--ground);
      }
      @media (hover: hover) {
        label:not(:has(:checked)):hover {
          color: var(--text);
        }
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      @container (width < 280px) {
        .row {
          grid-template-columns: 1fr;
          gap: 4px;
          padding: 4px 0;
        }
      }
    `,
  ];

  /** The one that is chosen. */
  @property() stroke: Stroke = 'broad';

  override render() {
    return html`
      <fieldset class="row">
        <legend>${say('stroke.label')}</legend>
        <div class="choices">
          ${strokes.map(
            (stroke) => html`
              <label>
                <input
                  type="radio"
                  name="stroke"
                  .checked=${stroke === this.stroke}
                  @change=${() => emit(this, 'stroke-change', stroke)}
                />
                ${say(`stroke.${stroke}`)}
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
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
