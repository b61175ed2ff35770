import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';
import {type LoopChoice, USUAL_LOOP} from '../../app/exports/loop-choice.ts';
import type {LoopPreview as Preview, LoopReel} from '../../app/exports/loop-reel.ts';
import {wantsLessMotion} from '../../app/view/wants-less-motion.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {cssValues} from '../kit/css-values.ts';
import {emit} from '../kit/emit.ts';
import {pauseIcon, playIcon} from '../kit/icons.ts';
import {loopPreviewStyles} from './loop-preview.styles.ts';

/**
 * A loop before it is made: what is filmed, until there is enough, and then the loop as it will be. It can film on, and
 * then holds when somebody says so. Where less motion is wanted, nothing moves before somebody presses play.
 *
 * @fires loop-ready - `detail` is whether there is enough for a loop
 */
@customElement('loop-preview')
export class LoopPreview extends LitElement {
  static override styles = [controls, loopPreviewStyles];

  /** What it is made of; null while that is still to come. */
  @property({attribute: false}) reel: LoopReel | null = null;
  @property({attribute: false}) choice: LoopChoice = USUAL_LOOP;

  /** Whether the loop moves. */
  @state() private plays = !wantsLessMotion();
  /** How far the bar is: of what is wanted, or of the loop; 0…1. */
  @state() private share = 0;

  @query('canvas') private canvas!: HTMLCanvasElement;

  /** Whether it holds as soon as there is enough. */
  private holdsByItself = true;
  private preview: Preview | undefined;
  private isReady = false;
  /** Of the loop that is shown, and when that was, in milliseconds. */
  private positionMs = 0;
  private lastMs = 0;
  private frame = 0;

  override connectedCallback() {
    super.connectedCallback();
    this.frame = requestAnimationFrame(this.onFrame);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const {reel, choice} = this;
    if (!changed.has('reel') && !changed.has('choice')) return;
    this.holdsByItself ||= changed.has('reel');
    if (reel?.live && !reel.filming && !reel.has(choice.seconds)) this.film(true);
    else this.showLoop();
  }

  private readonly onFrame = (nowMs: number) => {
    this.frame = requestAnimationFrame(this.onFrame);
    const {reel, choice, preview, canvas} = this;
    const passedMs = nowMs - this.lastMs;
    this.lastMs = nowMs;
    this.tellReady(reel?.suffices ?? false);
    if (!reel) return;
    if (reel.filming && this.holdsByItself && reel.has(choice.seconds)) {
      this.hold();
    } else if (reel.filming) {
      if (this.plays || !preview) reel.drawNewest(canvas);
      this.share = Math.min(1, reel.lengthMs / choice.seconds / 1000);
    } else if (preview && preview.count > 0) {
      this.positionMs = (this.positionMs + (this.plays ? passedMs : 0)) % preview.lengthMs;
      preview.draw(canvas, this.positionMs);
      this.share = this.positionMs / preview.lengthMs;
    }
  };

  private tellReady(isReady: boolean) {
    if (isReady === this.isReady) return;
    this.isReady = isReady;
    emit(this, 'loop-ready', isReady);
  }

  private film(holdsByItself: boolean) {
    this.holdsByItself = holdsByItself;
    this.preview = undefined;
    this.reel?.film();
    this.requestUpdate();
  }

  private hold() {
    this.reel?.hold();
    this.positionMs = 0;
    this.showLoop();
    this.requestUpdate();
  }

  private showLoop() {
    this.preview = this.reel?.filming ? undefined : this.reel?.preview(this.choice);
  }

  override render() {
    const {reel, share} = this;
    return html`
      <canvas role="img" aria-label=${say(reel?.filming ? 'loops.live' : 'loops.preview')}></canvas>
      <div class="bar ${reel?.filming ? 'filming' : ''}" ${cssValues({'--share': share})}></div>
      <div class="foot">
        <span class="about">${this.about}</span>
        ${reel ? this.renderButtons(reel) : nothing}
      </div>
    `;
  }

  private renderButtons({live, filming}: LoopReel) {
    if (filming) {
      return html`
        <button type="button" @click=${this.hold}>${pauseIcon} ${say('loops.hold')}</button>
      `;
    }
    const label = say(this.plays ? 'loops.pause' : 'loops.play');
    return html`
      <button
        type="button"
        class="icon"
        aria-label=${label}
        title=${label}
        @click=${() => (this.plays = !this.plays)}
      >
        ${this.plays ? pauseIcon : playIcon}
      </button>
      ${
        live
          ? html`
              <button type="button" @click=${() => this.film(false)}>
                <span class="light"></span> ${say('loops.film')}
              </button>
            `
          : nothing
      }
    `;
  }

  private get about(): string {
    const {reel, preview, choice} = this;
    const wanted = choice.seconds;
    if (!reel) return '';
    if (!reel.filming && preview) {
      const seconds = (preview.lengthMs / 1000).toFixed(1);
      return say('loops.about', {seconds, count: preview.count, size: {bytes: preview.bytes}});
    }
    if (reel.lengthMs === 0) return say('loops.waits');
    if (reel.has(wanted)) return say('loops.last', {wanted});
    return say('loops.filmed', {seconds: (reel.lengthMs / 1000).toFixed(1), wanted});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-preview': LoopPreview;
  }
  interface HTMLElementEventMap {
    'loop-ready': CustomEvent<boolean>;
  }
}
