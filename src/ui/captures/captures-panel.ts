import './capture-bar.ts';
import {css, html} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {boxless} from '../kit/boxless.styles.ts';
import {controls} from '../kit/controls.styles.ts';
import {listen} from '../kit/listen.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {Watch} from '../kit/watch.ts';
import type {ExportSheet} from './export-sheet.ts';

/**
 * Recordings, snapshots and what else can be made: the shutter, the clips, and how long a recording is. Parts: `dock`, which
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

  @query('export-sheet') private sheet!: ExportSheet;

  constructor() {
    super();
    new Watch(this, ({captures, exports, settings, start}) => [
      captures,
      exports,
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
      'export-open': (kind) => this.context.later(() => this.sheet.show(kind)),
      job: (command) => this.actions.withExports(({jobs}) => jobs[command.do](command.id)),
    });
  }

  protected override willUpdate() {
    this.timed = this.state.captures.recording.phase !== 'idle';
  }

  override render() {
    const {captures, exports, settings, start} = this.state;
    return html`
      <div part="dock">
        <clip-tray .clips=${captures.clips} .jobs=${exports.jobs}></clip-tray>
        <capture-bar
          part="bar"
          .recording=${captures.recording}
          .microphone=${settings.microphone}
          .disabled=${start.phase !== 'live'}
        ></capture-bar>
        <slot></slot>
      </div>
      <export-sheet .context=${this.context}></export-sheet>
      <recording-time part="time" .recording=${captures.recording}></recording-time>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'captures-panel': CapturesPanel;
  }
}
