import './before-after.ts';
import './start-progress.ts';
import './stats-overlay.ts';
import {html, LitElement, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {AppState, Progress, Stats} from '../../app/state.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {alertIcon, cameraIcon} from '../kit/icons.ts';
import {stageStyles} from './stage-view.styles.ts';

/**
 * The picture and what lies over it: progress, failure, the invitation to start the camera, the
 * before/after divider and the numbers. The custom property `--aspect` is the picture's shape.
 *
 * @fires camera-start - the person pressed "Start camera"
 * @fires divider-move - see `<before-after>`
 */
@customElement('stage-view')
export class StageView extends LitElement {
  static override styles = [controls, stageStyles];

  /** The canvas the engine paints on; always the same one, owned by who made it. */
  @property({attribute: false}) canvas: HTMLCanvasElement | null = null;
  @property() phase: AppState['phase'] = 'loading';
  @property({attribute: false}) progress: Progress | null = null;
  /** Why there is no picture and what to do; null while all is well. */
  @property({attribute: false}) failure: string | null = null;
  @property({attribute: false}) stats: Stats | null = null;
  /** True to show the numbers. */
  @property({type: Boolean}) overlay = false;
  /** Where the divider stands, 0…1; null while it is off. */
  @property({attribute: false}) divider: number | null = null;
  /** True while the demo runs and a camera could be started. */
  @property({type: Boolean}) inviting = false;
  /** True while a camera or file is being opened. */
  @property({type: Boolean}) opening = false;
  /** True while the person has frozen the picture. */
  @property({type: Boolean}) paused = false;
  /** True to show the picture and nothing else, unless there can be none. */
  @property({type: Boolean, reflect: true}) clean = false;

  @query('.flash') private light!: HTMLElement | null;

  /** Lights up the picture for a moment, as a snapshot does. */
  flash() {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.light?.animate({opacity: [0.7, 0]}, {duration: 200, easing: 'ease-out'});
  }

  override render() {
    return html`
      <div class="picture ${this.phase === 'live' ? '' : 'waiting'}">
        ${this.canvas} ${this.clean ? this.renderNoPicture() : this.renderOverlays()}
      </div>
    `;
  }

  /** A kiosk without a picture says why, so that somebody can mend it. */
  private renderNoPicture() {
    return this.phase === 'failed' && this.failure ? this.renderFailure(this.failure) : nothing;
  }

  private renderOverlays() {
    const loading = this.phase === 'loading' && !this.failure;
    return html`
      ${this.phase === 'live' ? this.renderLive() : nothing}
      ${loading ? html`<start-progress .progress=${this.progress}></start-progress>` : nothing}
      ${this.failure ? this.renderFailure(this.failure) : nothing}
    `;
  }

  private renderLive() {
    const {divider, stats} = this;
    return html`
      ${divider === null ? nothing : html`<before-after .position=${divider}></before-after>`}
      ${this.inviting && !this.failure ? this.renderInvitation() : nothing}
      ${this.overlay ? html`<stats-overlay class="glass" .stats=${stats}></stats-overlay>` : nothing}
      ${this.paused ? html`<div class="frozen glass">Frozen</div>` : nothing}
      <div class="flash"></div>
    `;
  }

  private renderFailure(failure: string) {
    return html`
      <div class="failure glass" role="alert">
        ${alertIcon}
        <p>${failure}</p>
      </div>
    `;
  }

  private renderInvitation() {
    return html`
      <div class="invitation">
        <button
          class="primary"
          ?disabled=${this.opening}
          @click=${() => emit(this, 'camera-start')}
        >
          ${this.opening ? html`<span class="spinner"></span> Opening` : html`${cameraIcon} Start camera`}
        </button>
        <p class="glass">Nothing leaves your device</p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stage-view': StageView;
  }
}
