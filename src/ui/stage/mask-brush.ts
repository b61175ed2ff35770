import {css, html, LitElement} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {MaskPlace} from '../../app/regions/mask-painter.ts';
import {say} from '../../words/say.ts';
import {ARROW_MOVES} from '../kit/arrow-moves.ts';
import {controls} from '../kit/controls.styles.ts';
import {cssValues} from '../kit/css-values.ts';
import {emit} from '../kit/emit.ts';

/** Where a hand paints, and the shape of the picture. */
export type BrushTouch = {place: MaskPlace; aspect: number};

/** How far an arrow key moves the brush. */
const STEP = 0.03;

/**
 * Lies over the picture while a hand paints regions on it: with a pointer, or with arrow keys and the space bar.
 *
 * @fires brush-touch - `detail` is where the brush is, as filmed
 * @fires brush-lift - a stroke is over
 */
@customElement('mask-brush')
export class MaskBrush extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        z-index: 1;
        overflow: hidden;
      }
      .field {
        position: absolute;
        inset: 0;
        cursor: crosshair;
        touch-action: none;
        outline-offset: -3px;
      }
      .circle {
        position: absolute;
        left: calc(100% * var(--x));
        top: calc(100% * var(--y));
        width: calc(1px * var(--width));
        height: calc(1px * var(--width));
        translate: -50% -50%;
        border-radius: 50%;
        box-shadow:
          0 0 0 1.5px rgb(255 255 255 / 90%),
          0 0 0 3px rgb(0 0 0 / 45%);
        pointer-events: none;
      }
      .circle.soft {
        background: radial-gradient(
          closest-side,
          transparent 0 calc(100% - 100% * var(--soft)),
          rgb(255 255 255 / 22%)
        );
      }
    `,
  ];

  /** Of the frame's shorter side. */
  @property({type: Number}) size = 0.2;
  /** How much of the brush is soft, 0…1. */
  @property({type: Number}) softness = 0.5;
  /** True where the picture is shown mirrored. */
  @property({type: Boolean}) mirrored = false;

  /** As shown. */
  @state() private place: MaskPlace = {x: 0.5, y: 0.5};
  private paints = false;

  private touch() {
    const {width, height} = this.getBoundingClientRect();
    const {x, y} = this.place;
    emit(this, 'brush-touch', {
      place: {x: this.mirrored ? 1 - x : x, y},
      aspect: Math.max(1, width) / Math.max(1, height),
    });
  }

  private lift() {
    if (this.paints) emit(this, 'brush-lift', null);
    this.paints = false;
  }

  private onPointer(event: PointerEvent) {
    const field = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') {
      field.setPointerCapture(event.pointerId);
      this.paints = true;
    }
    const {left, top, width, height} = field.getBoundingClientRect();
    if (width < 1 || height < 1) return;
    // What lies between two events is painted, too.
    const events = event.getCoalescedEvents?.() ?? [];
    for (const {clientX, clientY} of events.length > 0 ? events : [event]) {
      this.place = {x: (clientX - left) / width, y: (clientY - top) / height};
      if (this.paints) this.touch();
    }
  }

  private onKeyDown(event: KeyboardEvent) {
    const move = ARROW_MOVES[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || (!move && event.key !== ' ')) return;
    event.preventDefault();
    // The page has these keys, too.
    event.stopPropagation();
    if (move) {
      const within = (value: number) => Math.min(1, Math.max(0, value));
      const {x, y} = this.place;
      this.place = {x: within(x + STEP * move.x), y: within(y + STEP * move.y)};
    } else this.paints = true;
    if (this.paints) this.touch();
  }

  private onKeyUp({key}: KeyboardEvent) {
    if (key === ' ') this.lift();
  }

  override render() {
    const {width, height} = this.getBoundingClientRect();
    return html`
      <div
        class="field"
        role="application"
        tabindex="0"
        aria-label=${say('brush.label')}
        @pointerdown=${this.onPointer}
        @pointermove=${this.onPointer}
        @pointerup=${() => this.lift()}
        @pointercancel=${() => this.lift()}
        @keydown=${this.onKeyDown}
        @keyup=${this.onKeyUp}
        @blur=${() => this.lift()}
      ></div>
      <div
        class="circle ${this.softness > 0 ? 'soft' : ''}"
        ${cssValues({
          '--x': this.place.x,
          '--y': this.place.y,
          '--width': this.size * Math.min(width, height),
          '--soft': this.softness,
        })}
      ></div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mask-brush': MaskBrush;
  }
  interface HTMLElementEventMap {
    'brush-touch': CustomEvent<BrushTouch>;
    'brush-lift': CustomEvent<null>;
  }
}
