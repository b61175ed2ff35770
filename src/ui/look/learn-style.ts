import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {LearningState} from '../../app/learning/learning-state.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {formatDuration} from '../kit/format-duration.ts';
import {lookRow} from './look-row.styles.ts';

/**
 * Offers to learn the style of the look, and shows how far what is being learnt has come. Nothing where
 * there is nothing to learn.
 *
 * @fires learn-style - the style of the look is to be learnt
 * @fires stop-learning - what is being learnt is far enough
 */
@customElement('learn-style')
export class LearnStyle extends LitElement {
  static override styles = [
    controls,
    lookRow,
    css`
      .learning {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .track {
        height: 4px;
        margin-top: 6px;
        border-radius: 2px;
        background: #4a464e;
        overflow: hidden;
      }
      .fill {
        height: 100%;
        border-radius: inherit;
        background: var(--accent);
        transform: scaleX(var(--share, 0));
        transform-origin: left;
      }
      .step {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        white-space: nowrap;
      }
      .title {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .left {
        color: var(--text-soft);
        font-variant-numeric: tabular-nums;
      }
      button {
        width: 100%;
      }
      .learning button {
        width: auto;
      }
    `,
  ];

  /** What is being learnt, and what could be. */
  @property({attribute: false}) learning: LearningState | undefined;

  /** The title of the style that is being learnt. */
  @property() styleTitle = '';

  protected override updated() {
    this.style.setProperty('--share', String(this.learning?.share ?? 0));
  }

  override render() {
    const {learning} = this;
    if (!learning) return nothing;
    if (learning.style !== null) return this.renderLearning(learning);
    if (learning.learnt === null) return nothing;
    const begun = learning.learnt > 0 ? 'learning.go-on' : 'learning.learn';
    return html`
      <div class="row offer">
        <button type="button" @click=${() => emit(this, 'learn-style')}>
          ${say(learning.learnt >= 1 ? 'learning.again' : begun)}
        </button>
      </div>
    `;
  }

  private renderLearning({share, secondsLeft, waits}: LearningState) {
    const percent = Math.round(share * 100);
    const left = secondsLeft === null ? `${percent} %` : formatDuration(1000 * secondsLeft);
    return html`
      <div class="row learning">
        <div>
          <div class="step">
            <span class="title">${say('learning.progress', {title: this.styleTitle})}</span>
            <span class="left">${waits ? say('learning.waits') : left}</span>
          </div>
          <div
            class="track"
            role="progressbar"
            aria-label=${say('learning.progress', {title: this.styleTitle})}
            aria-valuenow=${percent}
          >
            <div class="fill"></div>
          </div>
        </div>
        <button type="button" @click=${() => emit(this, 'stop-learning')}>
          ${say('learning.stop')}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'learn-style': LearnStyle;
  }
  interface HTMLElementEventMap {
    'learn-style': CustomEvent<void>;
    'stop-learning': CustomEvent<void>;
  }
}
