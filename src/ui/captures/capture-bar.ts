import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {RecordingState} from '../../app/captures/captures-state.ts';
import type {PlainKey} from '../../words/message.ts';
import {say} from '../../words/say.ts';
import {titleWithKey} from '../commands/shown-key.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {
  microphoneIcon,
  microphoneOffIcon,
  pauseIcon,
  playIcon,
  snapshotIcon,
} from '../kit/icons.ts';
import {captureBarStyles} from './capture-bar.styles.ts';

const ANNOUNCEMENTS: Record<RecordingState['phase'], PlainKey> = {
  idle: 'recording.has-stopped',
  recording: 'recording.has-started',
  paused: 'recording.has-paused',
  finishing: 'recording.is-saving',
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
  static override styles = [controls, captureBarStyles];

  @property({attribute: false}) recording: RecordingState = {phase: 'idle', elapsedMs: 0, bytes: 0};
  /** True while recordings have sound. */
  @property({type: Boolean}) microphone = false;
  /** True while there is no picture to take. */
  @property({type: Boolean}) disabled = false;

  @state() private announcement = '';

  protected override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('recording');
    const {phase, sound} = this.recording;
    if (!before) return;
    if (before.phase !== phase) {
      const resumed = before.phase === 'paused' && phase === 'recording';
      this.announcement = say(resumed ? 'recording.has-resumed' : ANNOUNCEMENTS[phase]);
    } else if (before.sound !== sound && sound === 'lost') {
      this.announcement = say('recording.soundless');
    }
  }

  override render() {
    const {phase} = this.recording;
    const running = phase === 'recording' || phase === 'paused';
    const record = running ? 'recording.stop' : 'recording.start';
    return html`
      <button
        class="icon"
        aria-label=${say('command.snapshot')}
        title=${titleWithKey('snapshot')}
        ?disabled=${this.disabled}
        @click=${() => emit(this, 'snapshot')}
      >
        ${snapshotIcon}
      </button>
      <button
        class="icon record ${running ? 'running' : ''}"
        aria-label=${say(record)}
        title=${titleWithKey('record', record)}
        ?disabled=${phase === 'finishing' || (this.disabled && !running)}
        @click=${() => emit(this, running ? 'record-stop' : 'record-start')}
      ></button>
      ${running ? this.renderPause() : this.renderMicrophone()}
      <div class="unseen" role="status">${this.announcement}</div>
    `;
  }

  private renderPause() {
    const paused = this.recording.phase === 'paused';
    const soundless = say('recording.soundless');
    const label = say(paused ? 'recording.resume' : 'recording.pause');
    return html`
      <div class="pause">
        <button
          class="icon"
          aria-label=${label}
          title=${label}
          @click=${() => emit(this, paused ? 'record-resume' : 'record-pause')}
        >
          ${paused ? playIcon : pauseIcon}
        </button>
        ${
          this.recording.sound === 'lost'
            ? html`<span class="soundless" role="img" aria-label=${soundless} title=${soundless}>
                ${microphoneOffIcon}
              </span>`
            : nothing
        }
      </div>
    `;
  }

  private renderMicrophone() {
    return html`
      <button
        class="icon"
        aria-label=${say('recording.sound')}
        title=${say('recording.sound')}
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
  interface HTMLElementEventMap {
    snapshot: CustomEvent<void>;
    'record-start': CustomEvent<void>;
    'record-stop': CustomEvent<void>;
    'record-pause': CustomEvent<void>;
    'record-resume': CustomEvent<void>;
    'microphone-change': CustomEvent<boolean>;
  }
}
