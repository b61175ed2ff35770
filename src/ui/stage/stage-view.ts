import './start-progress.ts';
import {html, LitElement, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {Notice} from '../../app/notices/notice.ts';
import type {Brush} from '../../app/regions/mask-painter.ts';
import type {SourceState} from '../../app/sources/source-state.ts';
import type {StartState} from '../../app/start/start-state.ts';
import type {Stats} from '../../app/stats/stats.ts';
import {wantsLessMotion} from '../../app/view/wants-less-motion.ts';
import type {Message, PlainKey} from '../../words/message.ts';
import {say, sentence} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {alertIcon, cameraIcon, playIcon} from '../kit/icons.ts';
import {stageStyles} from './stage-view.styles.ts';

/** What is said of a source whose picture stands still and goes on by itself. */
const WAITING: Partial<Record<SourceState['health'], PlainKey>> = {
  muted: 'stage.muted',
  silent: 'stage.silent',
};

/**
 * The picture and what lies over it: progress, failure, the invitation to start the camera, the
 * before/after divider, the numbers, and why the picture stands still. The custom property
 * `--aspect` is the picture's shape.
 *
 * @fires camera-start - the person pressed "Start camera"; `detail` is null
 * @fires source-resume - the person wants a source to play on that the browser has stopped
 * @fires divider-move - see `<before-after>`
 * @fires brush-touch, brush-lift - see `<mask-brush>`
 * @fires film-control - see `<film-bar>`
 * @fires notice-dismiss - `detail` is the id of the trouble, which has been read
 */
@customElement('stage-view')
export class StageView extends LitElement {
  static override styles = [controls, stageStyles];

  /** The canvas the engine paints on; always the same one, owned by who made it. */
  @property({attribute: false}) canvas: HTMLCanvasElement | null = null;
  @property() phase: StartState['phase'] = 'loading';
  @property({attribute: false}) progress: StartState['progress'] = null;
  /** Why there is no picture and what to do; null while all is well. */
  @property({attribute: false}) failure: Message | null = null;
  @property({attribute: false}) stats: Stats | null = null;
  /** True to show the numbers. */
  @property({type: Boolean}) overlay = false;
  /** Where the divider stands, 0…1; null while it is off. */
  @property({attribute: false}) divider: number | null = null;
  /** True while the demo runs and a camera could be started. */
  @property({type: Boolean}) inviting = false;
  /** True while a camera or file is being opened. */
  @property({type: Boolean}) opening = false;
  /** Whether the source's picture moves, and if not, why. */
  @property() health: SourceState['health'] = 'live';
  /** What regions are painted with by hand; null while nobody does. */
  @property({attribute: false}) brush: Brush | null = null;
  /** True while the picture is shown mirrored. */
  @property({type: Boolean}) mirrored = false;
  /** How the film plays that is painted; null where none is. */
  @property({attribute: false}) film: SourceState['film'] = null;
  /** True while the person has frozen the picture. */
  @property({type: Boolean}) frozen = false;
  /** True to show the picture and nothing else, unless there can be none. */
  @property({type: Boolean, reflect: true}) clean = false;
  /** What went wrong and is told nowhere else, in one line of a clean stage. */
  @property({attribute: false}) trouble: Notice | null = null;

  @query('.flash') private light!: HTMLElement | null;

  /** Lights up the picture for a moment, as a snapshot does. */
  flash() {
    if (wantsLessMotion()) return;
    this.light?.animate({opacity: [0.7, 0]}, {duration: 200, easing: 'ease-out'});
  }

  override render() {
    return html`
      <div class="picture ${this.phase === 'live' ? '' : 'waiting'}">
        ${this.canvas} ${this.clean ? this.renderClean() : this.renderOverlays()}
      </div>
    `;
  }

  /** A source plays on by itself, or wants to be pressed. */
  private get wantsPress() {
    return (
      this.phase !== 'failed' &&
      !this.opening &&
      (this.health === 'blocked' || this.health === 'paused')
    );
  }

  /** A kiosk without a picture says why, so that somebody can mend it. */
  private renderClean() {
    if (this.phase === 'failed') return this.failure ? this.renderFailure(this.failure) : nothing;
    const waiting = WAITING[this.health];
    const {trouble} = this;
    if (this.wantsPress) return this.renderPlay();
    if (trouble) {
      const text = sentence(trouble.message);
      return html`
        <div class="foot" role="alert">
          <button
            class="line glass"
            title=${text}
            @click=${() => emit(this, 'notice-dismiss', trouble.id)}
          >
            ${text}
          </button>
        </div>
      `;
    }
    return waiting
      ? html`<div class="foot" role="status"><p class="line glass">${say(waiting)}</p></div>`
      : nothing;
  }

  private renderOverlays() {
    const loading = this.phase === 'loading' && !this.failure && !this.wantsPress;
    return html`
      ${this.phase === 'live' ? this.renderLive() : nothing}
      ${this.wantsPress && !this.failure ? this.renderPlay() : nothing}
      ${loading ? html`<start-progress .progress=${this.progress}></start-progress>` : nothing}
      ${this.failure ? this.renderFailure(this.failure) : nothing}
    `;
  }

  private renderLive() {
    const {divider, stats} = this;
    const waiting = WAITING[this.health];
    return html`
      ${divider === null ? nothing : html`<before-after .position=${divider}></before-after>`}
      ${
        this.brush
          ? html`<mask-brush
              .size=${this.brush.size}
              .softness=${this.brush.softness}
              .mirrored=${this.mirrored}
            ></mask-brush>`
          : nothing
      }
      ${this.inviting && !this.failure ? this.renderInvitation() : nothing}
      <div class="foot">
        ${
          this.overlay
            ? html`<stats-overlay class="glass" .stats=${stats}></stats-overlay>`
            : nothing
        }
        <div role="status">
          ${waiting ? html`<p class="line glass">${say(waiting)}</p>` : nothing}
        </div>
        ${this.frozen ? html`<div class="frozen glass">${say('stage.frozen')}</div>` : nothing}
      </div>
      ${this.film ? html`<film-bar class="glass" .film=${this.film}></film-bar>` : nothing}
      <div class="flash"></div>
    `;
  }

  private renderPlay() {
    return html`
      <button class="play primary" @click=${() => emit(this, 'source-resume')}>
        ${playIcon} ${say('stage.resume')}
      </button>
    `;
  }

  private renderFailure(failure: Message) {
    return html`
      <div class="failure glass" role="alert">
        ${alertIcon}
        <p>${sentence(failure)}</p>
      </div>
    `;
  }

  private renderInvitation() {
    return html`
      <div class="invitation">
        <button
          class="primary"
          ?disabled=${this.opening}
          @click=${() => emit(this, 'camera-start', null)}
        >
          ${this.opening ? html`<span class="spinner"></span>` : cameraIcon}
          ${say(this.opening ? 'stage.opening' : 'stage.start-camera')}
        </button>
        <p class="glass">${say('stage.private')}</p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stage-view': StageView;
  }
  interface HTMLElementEventMap {
    'source-resume': CustomEvent<void>;
  }
}
