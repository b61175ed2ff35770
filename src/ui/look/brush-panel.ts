import {html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Brush} from '../../app/regions/mask-painter.ts';
import {type HandState, USUAL_BRUSH, WHOLE_PICTURE} from '../../app/regions/regions-state.ts';
import {say} from '../../words/say.ts';
import {choiceRow, choiceRowStyles} from '../kit/choice-row.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {ranges} from '../kit/range.styles.ts';
import {sliderRow} from '../kit/slider-row.ts';
import {buttonRow} from './button-row.styles.ts';
import {lookRow} from './look-row.styles.ts';

/** What a person does about regions that are painted by hand. */
export type HandCommand =
  | {do: 'take'; isTaken: boolean}
  | {do: 'choose'; change: Partial<Brush>}
  | {do: 'invert' | 'clear' | 'undo'};

const BRUSHES = ['red', 'green', 'nothing'] as const;

/** The largest brush, of the frame's shorter side. */
const MOST_SIZE = 0.8;

/**
 * The brush that regions are painted with by hand, and what can be done about what is painted.
 *
 * @fires hand - `detail` is what to do
 */
@customElement('brush-panel')
export class BrushPanel extends LitElement {
  static override styles = [controls, lookRow, ranges, choiceRowStyles, buttonRow];

  @property({attribute: false}) hand: HandState = WHOLE_PICTURE.hand;
  /** Whether there is something that is painted. */
  @property({type: Boolean}) painted = false;

  private tell(command: HandCommand) {
    emit(this, 'hand', command);
  }

  private choose(change: Partial<Brush>) {
    this.tell({do: 'choose', change});
  }

  override render() {
    const {isTaken, canUndo} = this.hand;
    const button = (name: 'undo' | 'invert' | 'clear', isUsed = true) => html`
      <button type="button" ?disabled=${!isUsed} @click=${() => this.tell({do: name})}>
        ${say(`brush.${name}`)}
      </button>
    `;
    return html`
      <div class="buttons" role="group" aria-label=${say('brush.hand')}>
        <button
          type="button"
          aria-pressed=${isTaken}
          @click=${() => this.tell({do: 'take', isTaken: !isTaken})}
        >
          ${say('brush.take')}
        </button>
        ${
          isTaken || this.painted
            ? [button('undo', canUndo), button('invert'), button('clear', this.painted)]
            : nothing
        }
      </div>
      ${isTaken ? this.renderBrush() : nothing}
    `;
  }

  private renderBrush() {
    const {paints, size, softness} = this.hand.brush;
    const brushes = BRUSHES.map((value) => ({value, label: say(`brush.${value}`)}));
    return html`
      ${choiceRow(say('brush.paints'), brushes, paints, USUAL_BRUSH.paints, (chosen) => {
        this.choose({paints: chosen});
      })}
      ${sliderRow({
        label: say('brush.size'),
        value: size,
        most: MOST_SIZE,
        usual: USUAL_BRUSH.size,
        onChange: (value) => this.choose({size: value}),
      })}
      ${sliderRow({
        label: say('brush.softness'),
        value: softness,
        most: 1,
        usual: USUAL_BRUSH.softness,
        onChange: (value) => this.choose({softness: value}),
      })}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'brush-panel': BrushPanel;
  }
  interface HTMLElementEventMap {
    hand: CustomEvent<HandCommand>;
  }
}
