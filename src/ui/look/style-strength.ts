import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {ALPHA_RANGE} from '../../app/look/alpha-key.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {ranges} from '../kit/range.styles.ts';
import {lookRow} from './look-row.styles.ts';

/** The strength of the style as it is, which is marked, and found again by a double click. */
const FULL = 1;

/**
 * Sets how strongly the style shows.
 *
 * @fires alpha-change - `detail` is the new alpha, as far as it goes
 */
@customElement('style-strength')
export class StyleStrength extends LitElement {
  static override styles = [
    controls,
    lookRow,
    ranges,
    css`
      .row {
        grid-template-columns: auto minmax(0, 1fr) 3.2em;
      }
      @container (width < 280px) {
        .row {
          grid-template-columns: 1fr auto;
          gap: 0;
          padding-top: 4px;
        }
        input {
          grid-area: 2 / 1 / 2 / 3;
        }
      }
      output {
        text-align: right;
        white-space: nowrap;
        color: var(--text-soft);
        font-variant-numeric: tabular-nums;
      }
      input {
        /* A mark where the thumb stands at full strength. */
        --full: calc(11px + (100% - 22px) * var(--mark));
        background: linear-gradient(
            to right,
            transparent calc(var(--full) - 1px),
            var(--text-soft) calc(var(--full) - 1px) calc(var(--full) + 1px),
            transparent calc(var(--full) + 1px)
          )
          center / 100% 14px no-repeat;
      }
    `,
  ];

  /** 0 shows the camera as it is, 1 the style in full; what is above exaggerates it. */
  @property({type: Number}) alpha = 1;

  protected override updated() {
    this.style.setProperty('--part', String(this.alpha / ALPHA_RANGE.max));
    this.style.setProperty('--mark', String(FULL / ALPHA_RANGE.max));
  }

  private onInput(event: Event) {
    emit(this, 'alpha-change', (event.target as HTMLInputElement).valueAsNumber / 100);
  }

  private onDoubleClick() {
    emit(this, 'alpha-change', FULL);
  }

  override render() {
    const percent = Math.round(this.alpha * 100);
    return html`
      <label class="row">
        ${say('strength.label')}
        <input
          type="range"
          min="0"
          max=${100 * ALPHA_RANGE.max}
          aria-valuetext=${say('strength.spoken', {percent})}
          .value=${String(percent)}
          @input=${this.onInput}
          @dblclick=${this.onDoubleClick}
        />
        <output aria-hidden="true">${say('strength.shown', {percent})}</output>
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'style-strength': StyleStrength;
  }
  interface HTMLElementEventMap {
    'alpha-change': CustomEvent<number>;
  }
}
