import {css, html, LitElement} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';

const STEP = 0.02;
const LEAP = 0.1;

/**
 * The divider between the unpainted picture on its left and the painted one on its right. It lies
 * over the picture and is moved by pointer or arrow keys.
 *
 * @fires divider-move - `detail` is the new position, 0…1 from the left
 */
@customElement('before-after')
export class BeforeAfter extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0;
        pointer-events: none;
      }
      [role='slider'] {
        position: absolute;
        inset: 0 auto 0 calc(var(--position, 0.5) * 100%);
        width: var(--touch);
        margin-left: calc(var(--touch) / -2);
        display: grid;
        place-items: center;
        pointer-events: auto;
        cursor: ew-resize;
        touch-action: none;
        outline: none;
      }
      [role='slider']::before {
        content: '';
        grid-area: 1 / 1;
        width: 2px;
        height: 100%;
        background: rgb(255 255 255 / 90%);
        box-shadow: 0 0 8px rgb(0 0 0 / 50%);
      }
      .handle {
        grid-area: 1 / 1;
        display: flex;
        align-items: center;
        justify-content: center;
        width: 40px;
        height: 40px;
        border-radius: 50%;
        background: var(--text);
        color: #1b191e;
        box-shadow: 0 2px 12px rgb(0 0 0 / 45%);
        transition: scale var(--quick) var(--ease);
      }
      [role='slider']:active .handle {
        scale: 1.1;
      }
      :focus-visible .handle {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      .name {
        position: absolute;
        padding: 3px 10px;
        border-radius: 999px;
        font-size: 12px;
        font-weight: 600;
      }
      .before {
        right: calc(50% + 28px);
      }
      .after {
        left: calc(50% + 28px);
      }
    `,
  ];

  /** Where it stands, 0…1 from the left. */
  @property({type: Number}) position = 0.5;

  @query('[role=slider]') private slider!: HTMLElement;

  protected override updated() {
    this.style.setProperty('--position', String(this.position));
  }

  private move(position: number) {
    emit(this, 'divider-move', Math.min(1, Math.max(0, position)));
  }

  private onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    this.slider.setPointerCapture(event.pointerId);
  }

  private onPointerMove(event: PointerEvent) {
    if (!this.slider.hasPointerCapture(event.pointerId)) return;
    const {left, width} = this.getBoundingClientRect();
    this.move((event.clientX - left) / width);
  }

  private onKeyDown(event: KeyboardEvent) {
    const step = event.shiftKey ? LEAP : STEP;
    const position = {
      ArrowLeft: this.position - step,
      ArrowDown: this.position - step,
      ArrowRight: this.position + step,
      ArrowUp: this.position + step,
      PageDown: this.position - LEAP,
      PageUp: this.position + LEAP,
      Home: 0,
      End: 1,
    }[event.key];
    if (position === undefined) return;
    event.preventDefault();
    this.move(position);
  }

  override render() {
    const percent = Math.round(this.position * 100);
    return html`
      <div
        role="slider"
        tabindex="0"
        aria-label=${say('divider.label')}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent}
        aria-valuetext=${say('divider.position', {percent})}
        @pointerdown=${this.onPointerDown}
        @pointermove=${this.onPointerMove}
        @keydown=${this.onKeyDown}
      >
        <span class="handle">
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m9 7-5 5 5 5M15 7l5 5-5 5" /></svg>
        </span>
        <span class="name before glass" aria-hidden="true">${say('divider.before')}</span>
        <span class="name after glass" aria-hidden="true">${say('divider.after')}</span>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'before-after': BeforeAfter;
  }
  interface HTMLElementEventMap {
    'divider-move': CustomEvent<number>;
  }
}
