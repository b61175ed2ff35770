import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {evenShares, withShare} from '../../app/look/mix.ts';
import {padCorners, type PadPlace, padPlace, padShares} from '../../app/look/mix-pad.ts';
import {say} from '../../words/say.ts';
import {ARROW_MOVES} from '../kit/arrow-moves.ts';
import {controls} from '../kit/controls.styles.ts';
import {cssValues} from '../kit/css-values.ts';
import {emit} from '../kit/emit.ts';
import {closeIcon} from '../kit/icons.ts';
import {ranges} from '../kit/range.styles.ts';

/** A style of a mix, and what it counts: 0…1. */
export type MixPart = {id: string; title: string; imageUrl: string; share: number};

/** How far an arrow key moves the puck, and how far with Shift. */
const STEP = {usual: 0.05, fine: 0.01};

/**
 * Weighs the styles of a mix: between two on a slider, among three or four on a pad with the styles in its
 * corners, and each by a slider of its own.
 *
 * @fires mix-weigh - `detail` are the new shares, in the order of the parts
 * @fires style-mix - one is taken out; `detail` is its id
 */
@customElement('style-mix')
export class StyleMix extends LitElement {
  static override styles = [
    controls,
    ranges,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .mix {
        display: grid;
        gap: 12px;
        padding: 4px 0 8px;
      }
      .mix.padded {
        grid-template-columns: 132px minmax(0, 1fr);
        align-items: center;
      }
      .pad {
        position: relative;
        height: 132px;
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: inset 0 0 0 1px var(--line);
        touch-action: none;
        cursor: grab;
      }
      .pad:active {
        cursor: grabbing;
      }
      /* Corners and puck stand in here, so that none of them reaches over the edge. */
      .field {
        position: absolute;
        inset: 24px;
        pointer-events: none;
      }
      .field svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        stroke: var(--line);
        stroke-width: 1;
        overflow: visible;
      }
      .field img,
      .puck {
        position: absolute;
        left: calc(100% * var(--x));
        top: calc(100% * var(--y));
        translate: -50% -50%;
      }
      img {
        width: 34px;
        height: 34px;
        border-radius: 10px;
        object-fit: cover;
        background: var(--raised);
      }
      .puck {
        width: 22px;
        height: 22px;
        border-radius: 50%;
        background: var(--text);
        box-shadow:
          0 1px 6px rgb(0 0 0 / 50%),
          0 0 0 4px rgb(0 0 0 / 25%);
      }
      .pad:focus-within .puck {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      .line {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 10px;
      }
      .rows {
        display: grid;
        gap: 2px;
      }
      .part {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) 2.6em auto;
        align-items: center;
        gap: 6px;
        height: 34px;
      }
      .part img {
        width: 26px;
        height: 26px;
        border-radius: 8px;
      }
      .end {
        position: relative;
        display: grid;
        justify-items: center;
        gap: 2px;
      }
      output {
        color: var(--text-soft);
        font-size: 13px;
        font-variant-numeric: tabular-nums;
        text-align: right;
        white-space: nowrap;
      }
      .out {
        min-width: 24px;
        min-height: 32px;
        padding: 0;
      }
      .out svg {
        width: 16px;
        height: 16px;
      }
      .end .out {
        position: absolute;
        top: -9px;
        right: -11px;
        min-width: 22px;
        min-height: 22px;
        background: var(--raised);
      }
      .end .out::after {
        content: '';
        position: absolute;
        inset: -8px;
      }
      .end .out svg {
        width: 12px;
        height: 12px;
      }
      .hint {
        margin: 4px 0 8px;
        color: var(--text-soft);
        font-size: 13px;
        text-wrap: pretty;
      }
      @container (width < 280px) {
        .mix.padded {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  /** The styles of the mix; their shares are 1 together. */
  @property({attribute: false}) parts: readonly MixPart[] = [];

  @query('.field') private field!: HTMLElement;
  @query('.axis') private axis!: HTMLInputElement;

  private get shares(): number[] {
    return this.parts.map(({share}) => share);
  }

  /** The mix in words: “Great Wave 60 %, Linocut 40 %”. */
  private get spoken(): string {
    return this.parts
      .map(({title, share}) => say('mix.part', {title, percent: percent(share)}))
      .join(', ');
  }

  private weigh(shares: readonly number[]) {
    // The page follows a little later, and keys that are held go on from here.
    this.parts = this.parts.map((part, index) => ({...part, share: shares[index] ?? part.share}));
    emit(this, 'mix-weigh', shares);
  }

  private even() {
    this.weigh(evenShares(this.parts.length));
  }

  private place(place: PadPlace) {
    this.weigh(padShares(this.parts.length, place));
  }

  private onPointer(event: PointerEvent) {
    const pad = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') {
      pad.setPointerCapture(event.pointerId);
      this.axis.focus({preventScroll: true});
      event.preventDefault();
    } else if (!pad.hasPointerCapture(event.pointerId)) return;
    const {left, top, width, height} = this.field.getBoundingClientRect();
    this.place({x: (event.clientX - left) / width, y: (event.clientY - top) / height});
  }

  private onKeyDown(event: KeyboardEvent) {
    const move = ARROW_MOVES[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // Arrow keys mean something for the page, too.
    event.stopPropagation();
    const step = event.shiftKey ? STEP.fine : STEP.usual;
    const {x, y} = padPlace(this.shares);
    this.place({x: x + step * move.x, y: y + step * move.y});
  }

  override render() {
    const {length} = this.parts;
    if (length < 2) return html`<p class="hint">${say('mix.hint')}</p>`;
    if (length === 2) return this.renderLine();
    return html`
      <div class="mix ${padCorners(length).length > 0 ? 'padded' : ''}">
        ${padCorners(length).length > 0 ? this.renderPad() : nothing}
        <div class="rows">${this.parts.map((part, index) => this.renderPart(part, index))}</div>
      </div>
    `;
  }

  private renderLine() {
    const [one, other] = this.parts as [MixPart, MixPart];
    const end = (part: MixPart) => html`
      <span class="end">
        <img src=${part.imageUrl} alt="" />
        <output aria-hidden="true">${say('mix.percent', {percent: percent(part.share)})}</output>
        ${this.renderOut(part)}
      </span>
    `;
    return html`
      <div class="mix line" role="group" aria-label=${say('mix.label')}>
        ${end(one)}
        <input
          type="range"
          aria-label=${say('mix.label')}
          aria-valuetext=${this.spoken}
          ${cssValues({'--part': other.share})}
          .value=${String(percent(other.share))}
          @input=${(event: Event) => this.place({x: fractionOf(event), y: 0.5})}
          @dblclick=${() => this.even()}
        />
        ${end(other)}
      </div>
    `;
  }

  private renderPad() {
    const corners = padCorners(this.parts.length);
    const place = padPlace(this.shares);
    // Round the edge, not from row to row.
    const [first, second, ...rest] = corners.map(({x, y}) => `${100 * x},${100 * y}`);
    const points = [first, second, ...rest.reverse()].join(' ');
    const axis = (name: keyof PadPlace) => html`
      <input
        class="axis unseen"
        type="range"
        aria-label=${say(name === 'x' ? 'mix.across' : 'mix.down')}
        aria-valuetext=${this.spoken}
        .value=${String(percent(place[name]))}
        @input=${(event: Event) => this.place({...place, [name]: fractionOf(event)})}
        @keydown=${this.onKeyDown}
      />
    `;
    return html`
      <div
        class="pad"
        role="group"
        aria-label=${say('mix.label')}
        @pointerdown=${this.onPointer}
        @pointermove=${this.onPointer}
        @dblclick=${() => this.even()}
      >
        <div class="field">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <polygon points=${points} vector-effect="non-scaling-stroke" />
          </svg>
          ${corners.map(
            ({x, y}, index) => html`
              <img ${placed({x, y})} src=${this.parts[index]?.imageUrl ?? ''} alt="" />
            `,
          )}
          <span class="puck" ${placed(place)}></span>
        </div>
        ${axis('x')}${axis('y')}
      </div>
    `;
  }

  private renderPart(part: MixPart, index: number) {
    const {title, imageUrl, share} = part;
    return html`
      <div class="part">
        <img src=${imageUrl} alt="" title=${title} />
        <input
          type="range"
          aria-label=${say('mix.share', {title})}
          aria-valuetext=${say('mix.percent', {percent: percent(share)})}
          ${cssValues({'--part': share})}
          .value=${String(percent(share))}
          @input=${(event: Event) => this.weigh(withShare(this.shares, index, fractionOf(event)))}
          @dblclick=${() => this.even()}
        />
        <output aria-hidden="true">${say('mix.percent', {percent: percent(share)})}</output>
        ${this.renderOut(part)}
      </div>
    `;
  }

  private renderOut({id, title}: MixPart) {
    const label = say('mix.remove', {title});
    return html`
      <button
        type="button"
        class="icon plain out"
        aria-label=${label}
        title=${label}
        @click=${() => emit(this, 'style-mix', id)}
      >
        ${closeIcon}
      </button>
    `;
  }
}

function placed({x, y}: PadPlace) {
  return cssValues({'--x': x, '--y': y});
}

function percent(share: number): number {
  return Math.round(100 * share);
}

/** Of an event of a slider from 0 to 100. */
function fractionOf(event: Event): number {
  return (event.target as HTMLInputElement).valueAsNumber / 100;
}

declare global {
  interface HTMLElementTagNameMap {
    'style-mix': StyleMix;
  }
  interface HTMLElementEventMap {
    'mix-weigh': CustomEvent<readonly number[]>;
  }
}
