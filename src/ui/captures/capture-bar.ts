import {css, html, LitElement, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {RecordingState} from '../../app/state.ts';
import {sideways} from '../kit/breakpoints.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {
  microphoneIcon,
  microphoneOffIcon,
  pauseIcon,
  playIcon,
  snapshotIcon,
} from '../kit/icons.ts';

const ANNOUNCEMENTS = {
  idle: 'Recording stopped',
  recording: 'Recording started',
  paused: 'Recording paused',
  finishing: 'Saving the recording',
};

/**
 * The shutter: a picture, a recording, its pause, and whether it has sound.
 *
 * @fires snapshot - take a picture
 * @fires record-start - start a recording
 * @fires record-stop - stop it
 * @fires record-pause - pause it
 * @fires record-resume - go on with it
 * @fires microphone-change - `detail` is true to record sound
 */
@customElement('capture-bar')
export class CaptureBar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: clamp(12px, 4vw, 18px);
      }
      @media ${sideways} {
        :host {
          flex-direction: column;
          gap: 10px;
        }
      }
      .icon:not(.record) {
        min-width: 48px;
        min-height: 48px;
      }
      .record {
        display: grid;
        place-items: center;
        width: 72px;
        height: 72px;
        border: 4px solid var(--text);
        background: none !important;
      }
      .record::before {
        content: '';
        width: 56px;
        height: 56px;
        border-radius: 28px;
        background: var(--record);
        transition:
          width var(--quick) var(--ease),
          height var(--quick) var(--ease),
          border-radius var(--quick) var(--ease);
      }
      .record.running::before {
        width: 26px;
        height: 26px;
        border-radius: 7px;
      }
      @media (hover: hover) {
        .record:not(:disabled):hover::before {
          background: color-mix(in oklab, var(--record), white 14%);
        }
      }
    `,
  ];

  @property({attribute: false}) recording: RecordingState = {phase: 'idle', elapsedMs: 0, bytes: 0};
  /** True while recordings have sound. */
  @property({type: Boolean}) microphone = false;
  /** True while there is no picture to take. */
  @property({type: Boolean}) disabled = false;

  @state() private announcement = '';

  protected override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('recording')?.phase;
    const {phase} = this.recording;
    if (!before || before === phase) return;
    const resumed = before === 'paused' && phase === 'recording';
    this.announcement = resumed ? 'Recording goes on' : ANNOUNCEMENTS[phase];
  }

  override render() {
    const {phase} = this.recording;
    const running = phase === 'recording' || phase === 'paused';
    const record = running ? 'Stop recording' : 'Record';
    return html`
      <button
        class="icon"
        aria-label="Take a snapshot"
        title="Take a snapshot (S)"
        ?disabled=${this.disabled}
        @click=${() => emit(this, 'snapshot')}
      >
        ${snapshotIcon}
      </button>
      <button
        class="icon record ${running ? 'running' : ''}"
        aria-label=${record}
        title="${record} (space)"
        ?disabled=${phase === 'finishing' || (this.disabled && !running)}
        @click=${() => emit(this, running ? 'record-stop' : 'record-start')}
      ></button>
      ${running ? this.renderPause() : this.renderMicrophone()}
      <div class="unseen" role="status">${this.announcement}</div>
    `;
  }

  private renderPause() {
    const paused = this.recording.phase === 'paused';
    const label = paused ? 'Go on recording' : 'Pause recording';
    return html`
      <button
        class="icon"
        aria-label=${label}
        title=${label}
        @click=${() => emit(this, paused ? 'record-resume' : 'record-pause')}
      >
        ${paused ? playIcon : pauseIcon}
      </button>
    `;
  }

  private renderMicrophone() {
    return html`
      <button
        class="icon"
        aria-label="Record sound"
        title="Record sound"
        aria-pressed=${this.microphone}
        @click=${() => emit(this, 'microphone-change', !this.microphone)}
      >
        ${this.microphone ? microphoneIcon : microphoneOffIcon}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'capture-bar': CaptureBar;
  }
}
