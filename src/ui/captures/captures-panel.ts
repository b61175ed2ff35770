import './capture-bar.ts';
import './recording-time.ts';
import {css, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {boxless} from '../kit/boxless.styles.ts';
import {controls} from '../kit/controls.styles.ts';
import {listen} from '../kit/listen.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {Watch} from '../kit/watch.ts';

/**
 * Recordings and snapshots: the shutter, the clips, and how long a recording is. Parts: `dock`, which
 * also takes what is put into the element, `bar` in it, and `time`.
 */
@customElement('captures-panel')
export class CapturesPanel extends PanelElement {
  static override styles = [
    controls,
    boxless,
    css`
      /* Room for what comes later. */
      clip-tray {
        min-width: 48px;
        min-height: 48px;
      }
    `,
  ];

  /** True while there is a recording, and its time is shown. */
  @property({type: Boolean, reflect: true}) timed = false;

  constructor() {
    super();
    new Watch(this, ({captures, settings, start}) => [
      captures,
      settings.microphone,
      start.phase === 'live',
    ]);
    listen(this, {
      snapshot: () => this.context.perform('snapshot'),
      'record-start': () => this.actions.startRecording(),
      'record-stop': () => this.actions.stopRecording(),
      'record-pause': () => this.actions.pauseRecording(),
      'record-resume': () => this.actions.resumeRecording(),
      'microphone-change': (microphone) => this.actions.setSettings({microphone}),
      'clip-share': (id) => this.actions.shareClip(id),
      'clip-remove': (id) => this.actions.removeClip(id),
      'clip-download': (id) => this.actions.markClipSaved(id),
    });
  }

  protected override willUpdate() {
    this.timed = this.state.captures.recording.phase !== 'idle';
  }

  override render() {
    const {captures, settings, start} = this.state;
    return html`
      <div part="dock">
        <clip-tray .clips=${captures.clips}></clip-tray>
        <capture-bar
          part="bar"
          .recording=${captures.recording}
          .microphone=${settings.microphone}
          .disabled=${start.phase !== 'live'}
        ></capture-bar>
        <slot></slot>
      </div>
      <recording-time part="time" .recording=${captures.recording}></recording-time>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'captures-panel': CapturesPanel;
  }
}
