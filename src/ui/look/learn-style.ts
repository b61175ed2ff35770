import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {LearningState} from '../../app/learning/learning-state.ts';
import {formatDuration} from '../../words/format-duration.ts';
import type {PlainKey} from '../../words/message.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {lookRow} from './look-row.styles.ts';

/** How a style is to be learnt: as it was begun, once more in another way, or not: as it came. */
export type Learning = 'on' | 'longer' | 'stronger' | 'broader' | 'given';

/**
 * Offers to learn the style of the look, and shows how far what is being learnt has come. Nothing where
 * there is nothing to learn.
 *
 * @fires learn-style - the style of the look is to be learnt; `detail` says how
 * @fires stop-learning - what is being learnt is far enough
 */
@customElement('learn-style')
export class LearnStyle extends LitElement {
  static override styles = [
    controls,
    lookRow,
    css`
      .offer {
        grid-template-columns: minmax(0, 1fr);
        gap: 4px;
        padding: 2px 0 4px;
      }
      .asked {
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 12px;
      }
      .again {
        grid-template-columns: auto minmax(0, 1fr);
      }
      .choices {
        display: flex;
        gap: 4px;
        justify-content: flex-end;
      }
      .choices button {
        position: relative;
        flex: 0 1 auto;
        min-width: 0;
        min-height: 36px;
        padding: 0 10px;
        font-size: 13px;
        white-space: nowrap;
      }
      /* A finger gets the height of the row. */
      .choices button::after {
        content: '';
        position: absolute;
        inset: -4px 0;
      }
      .soft {
        color: var(--text-soft);
        font-size: 13px;
        font-weight: 400;
        line-height: 1.3;
        text-wrap: balance;
      }
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
      @container (width < 280px) {
        .again {
          grid-template-columns: minmax(0, 1fr);
        }
        .choices {
          justify-content: stretch;
          flex-wrap: wrap;
        }
        .choices button {
          flex: 1 0 auto;
        }
      }
    `,
  ];

  /** What is being learnt, and what could be. */
  @property({attribute: false}) learning: LearningState | undefined;

  /** The title of the style that is being learnt. */
  @property() styleTitle = '';

  /** Whether a person is asked for it: it is not learnt by itself, and they want to know. */
  @property({type: Boolean}) asked = false;

  /** Whether the style could be learnt with broader strokes; those that come with brushes have them at hand. */
  @property({type: Boolean}) fine = false;

  protected override updated() {
    this.style.setProperty('--share', String(this.learning?.share ?? 0));
  }

  override render() {
    const {learning} = this;
    if (!learning) return nothing;
    if (learning.style !== null) return this.renderLearning(learning);
    if (learning.learnt === null) return nothing;
    return learning.learnt < 1 ? this.renderOffer(learning) : this.renderAgain(learning);
  }

  private renderOffer({learnt, replaced}: LearningState) {
    return html`
      <div class="row offer ${this.asked ? 'asked' : ''}">
        ${this.asked ? html`<span class="soft">${say('learning.asked')}</span>` : nothing}
        ${this.renderButton('on', learnt ? 'learning.go-on' : 'learning.learn', this.asked)}
        ${replaced ? this.renderButton('given', 'learning.given') : nothing}
      </div>
    `;
  }

  private renderButton(how: Learning, name: PlainKey, primary = false) {
    return html`
      <button
        type="button"
        class=${primary ? 'primary' : ''}
        @click=${() => emit(this, 'learn-style', how)}
      >
        ${say(name)}
      </button>
    `;
  }

  private renderAgain({replaced}: LearningState) {
    const isOffered = {longer: true, stronger: true, broader: this.fine, given: replaced};
    const ways = (['longer', 'stronger', 'broader', 'given'] as const).filter(
      (how) => isOffered[how],
    );
    return html`
      <div class="row again" role="group" aria-labelledby="again">
        <span id="again">${say('learning.again')}</span>
        <span class="choices">
          ${ways.map(
            (how) => html`
              <button type="button" @click=${() => emit(this, 'learn-style', how)}>
                ${say(`learning.${how}`)}
              </button>
            `,
          )}
        </span>
      </div>
    `;
  }

  private renderLearning({share, secondsLeft, waits}: LearningState) {
    const percent = Math.round(share * 100);
    const left = secondsLeft === null ? `${percent} %` : formatDuration(1000 * secondsLeft);
    const title = say('learning.progress', {title: this.styleTitle});
    return html`
      <div class="row learning">
        <div>
          <div class="step">
            <span class="title">${title}</span>
            <span class="left">${waits ? say('learning.waits') : left}</span>
          </div>
          <div class="track" role="progressbar" aria-label=${title} aria-valuenow=${percent}>
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
    'learn-style': CustomEvent<Learning>;
    'stop-learning': CustomEvent<void>;
  }
}
