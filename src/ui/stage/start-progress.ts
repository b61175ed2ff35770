import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Progress} from '../../app/state.ts';
import {controls} from '../kit/controls.styles.ts';
import {formatBytes} from '../kit/format-bytes.ts';
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
    const step = this.progress?.step ?? 'Starting';
    const perCent = Math.round((this.progress?.fraction ?? 0) * 100);
    const bytes = this.progress?.bytes;
    return html`
      ${markIcon}
      <div
        class="track"
        role="progressbar"
        aria-label="Starting Pastiche"
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${perCent}
        aria-valuetext="${step}, ${perCent} per cent"
      >
        <div class="fill"></div>
      </div>
      <div class="step">${step}</div>
      <div class="bytes">
        ${bytes ? `${formatBytes(bytes.loaded)} of ${formatBytes(bytes.total)}` : ''}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'start-progress': StartProgress;
  }
}
