import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {CameraChange, CameraState} from '../../app/sources/source-state.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {cssValues} from '../kit/css-values.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {ranges} from '../kit/range.styles.ts';
import {switches} from '../kit/switch.styles.ts';

const DIALS = ['zoom', 'exposureCompensation', 'focusDistance'] as const;

/**
 * What the camera on the stage offers to be set; nothing where it offers nothing.
 *
 * @fires camera-set - `detail` is what is to be changed
 */
@customElement('camera-controls')
export class CameraControls extends LitElement {
  static override styles = [
    controls,
    fields,
    ranges,
    switches,
    css`
      :host {
        display: block;
        padding: 0 12px;
      }
      label {
        display: grid;
        grid-template-columns: 104px minmax(0, 1fr);
        align-items: center;
        gap: 12px;
        min-height: 44px;
        font-size: 14px;
        font-weight: 500;
      }
      select {
        min-height: 36px;
      }
      .switch {
        justify-self: end;
      }
    `,
  ];

  @property({attribute: false}) camera!: CameraState;

  private tell(change: CameraChange) {
    emit(this, 'camera-set', change);
  }

  override render() {
    const {focusesItself, lamp} = this.camera;
    return html`
      ${this.renderSides()} ${DIALS.map((name) => this.renderDial(name))}
      ${this.renderSwitch('camera.focuses-itself', focusesItself, (on) => {
        this.tell({focusesItself: on});
      })}
      ${this.renderSwitch('camera.lamp', lamp, (on) => {
        this.tell({lamp: on});
      })}
    `;
  }

  private renderSides() {
    const {side, sides} = this.camera;
    if (sides.length < 2) return nothing;
    const all = [...new Set([...sides, side])].sort((one, other) => one - other);
    return html`
      <label>
        ${say('camera.side')}
        <select
          @change=${(event: Event) => {
            const chosen = all[(event.target as HTMLSelectElement).selectedIndex];
            if (chosen !== undefined) this.tell({side: chosen});
          }}
        >
          ${all.map(
            (value) => html`
              <option .selected=${value === side}>
                ${say('camera.side.lines', {side: value})}
              </option>
            `,
          )}
        </select>
      </label>
    `;
  }

  private renderDial(name: (typeof DIALS)[number]) {
    const dial = this.camera.dials[name];
    if (!dial) return nothing;
    const {min, max, step, value} = dial;
    return html`
      <label>
        ${say(`camera.${name}`)}
        <input
          type="range"
          min=${min}
          max=${max}
          step=${step}
          .value=${String(value)}
          ${cssValues({'--part': (value - min) / (max - min)})}
          @input=${(event: Event) => {
            this.tell({[name]: (event.target as HTMLInputElement).valueAsNumber});
          }}
        />
      </label>
    `;
  }

  private renderSwitch(
    label: 'camera.focuses-itself' | 'camera.lamp',
    value: boolean | undefined,
    onChange: (on: boolean) => void,
  ) {
    if (value === undefined) return nothing;
    return html`
      <label>
        ${say(label)}
        <input
          type="checkbox"
          class="switch"
          .checked=${value}
          @change=${(event: Event) => {
            onChange((event.target as HTMLInputElement).checked);
          }}
        />
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'camera-controls': CameraControls;
  }
  interface HTMLElementEventMap {
    'camera-set': CustomEvent<CameraChange>;
  }
}
