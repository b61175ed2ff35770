import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {RecordingState} from '../../app/captures/captures-state.ts';
import {formatBytes} from '../../words/format-bytes.ts';
import {formatDuration} from '../../words/format-duration.ts';
import {say} from '../../words/say.ts';
import {tiny} from '../kit/breakpoints.ts';
import {controls} from '../kit/controls.styles.ts';

/**
 * How long the recording is and how large, and how much longer it can be where that is little; nothing while
 * there is none.
 */
@customElement('recording-time')
export class RecordingTime extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 34px;
        padding: 0 14px;
        border-radius: 999px;
        font-size: 14px;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      @media ${tiny} {
        div {
          min-height: 26px;
          padding: 0 8px;
          gap: 6px;
          font-size: 12px;
        }
      }
      strong {
        font-weight: 650;
      }
      .scarce {
        color: var(--alert);
      }
      .light {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--record);
        animation: blink calc(var(--turn) * 2) ease-in-out infinite;
      }
      .paused .light {
        background: var(--text-soft);
        animation: none;
      }
      @keyframes blink {
        50% {
          opacity: 0.25;
        }
      }
    `,
  ];

  @property({attribute: false}) recording: RecordingState = {phase: 'idle', elapsedMs: 0, bytes: 0};

  override render() {
    const {phase, elapsedMs, bytes} = this.recording;
    if (phase === 'idle') return nothing;
    if (phase === 'finishing') {
      return html`<div class="glass">
        <span class="spinner"></span> ${say('recording.saving')}
      </div>`;
    }
    return html`
      <div class="glass ${phase}" role="timer">
        <span class="light"></span>
        <strong>${formatDuration(elapsedMs)}</strong>
        <span>${phase === 'paused' ? say('recording.paused') : formatBytes(bytes)}</span>
        ${this.renderRoom()}
      </div>
    `;
  }

  private renderRoom() {
    const {minutesLeft: minutes} = this.recording;
    if (minutes === undefined) return nothing;
    const left =
      minutes > 0 ? say('recording.minutes-left', {minutes}) : say('recording.last-minute');
    return html`<span class="scarce">${left}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'recording-time': RecordingTime;
  }
}
