import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Progress} from '../../app/start/start-state.ts';
import {formatBytes} from '../../words/format-bytes.ts';
import type {Message} from '../../words/message.ts';
import {say, sentence} from '../../words/say.ts';
import {tiny} from '../kit/breakpoints.ts';
import {controls} from '../kit/controls.styles.ts';
import {markIcon} from '../kit/icons.ts';

/** Tells what the start-up is doing: the step, how far it is, and the bytes while there are any. */
@customElement('start-progress')
export class StartProgress extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 6px;
        width: min(280px, 76%);
        text-align: center;
      }
      svg {
        width: 56px;
        height: 56px;
        margin-bottom: 10px;
        stroke-width: 1.4;
      }
      @media ${tiny} {
        svg {
          width: 32px;
          height: 32px;
          margin-bottom: 0;
        }
      }
      .track {
        width: 100%;
        height: 4px;
        margin-bottom: 8px;
        border-radius: 2px;
        background: var(--raised);
        overflow: hidden;
      }
      .fill {
        height: 100%;
        border-radius: inherit;
        background: var(--accent);
        transform: scaleX(var(--fraction, 0));
        transform-origin: left;
        transition: transform var(--quick) linear;
      }
      .step {
        font-weight: 550;
      }
      .bytes {
        min-height: 1.4em;
        color: var(--text-soft);
        font-size: 13px;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** What is going on; null before the first word of it. */
  @property({attribute: false}) progress: Progress | null = null;

  protected override updated() {
    this.style.setProperty('--fraction', String(this.progress?.fraction ?? 0));
  }

  override render() {
    const step: Message = this.progress?.step ?? {key: 'stage.first-step'};
    const percent = Math.round((this.progress?.fraction ?? 0) * 100);
    const bytes = this.progress?.bytes;
    return html`
      ${markIcon}
      <div
        class="track"
        role="progressbar"
        aria-label=${say('stage.starting')}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent}
        aria-valuetext=${say('stage.progress', {step, percent})}
      >
        <div class="fill"></div>
      </div>
      <div class="step">${sentence(step)}</div>
      <div class="bytes">
        ${
          bytes
            ? say('stage.bytes', {
                loaded: formatBytes(bytes.loaded),
                total: formatBytes(bytes.total),
              })
            : ''
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'start-progress': StartProgress;
  }
}
