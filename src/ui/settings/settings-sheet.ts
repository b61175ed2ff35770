import {css, html, LitElement} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {NetworkEntry} from '../../app/networks/network-catalogue.ts';
import type {Bitrate, Settings} from '../../app/state.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {closeIcon} from '../kit/icons.ts';
import {sheet} from '../kit/sheet.styles.ts';
import {switches} from '../kit/switch.styles.ts';

type SwitchName = 'recordMirrored' | 'microphone' | 'overlay';

/**
 * What is remembered from one visit to the next, in a dialog.
 *
 * @fires settings-change - `detail` is the part of the settings that changed
 */
@customElement('settings-sheet')
export class SettingsSheet extends LitElement {
  static override styles = [
    controls,
    sheet,
    switches,
    fields,
    css`
      label {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 16px;
        min-height: 64px;
        border-top: 1px solid var(--line);
        font-weight: 550;
      }
      .hint {
        display: block;
        color: var(--text-soft);
        font-size: 13px;
        font-weight: 400;
      }
      select {
        width: 150px;
      }
    `,
  ];

  @property({attribute: false}) settings!: Settings;
  /** The networks offered. */
  @property({attribute: false}) models: readonly NetworkEntry[] = [];
  /** The name of the one that paints. */
  @property() model = '';
  /** True while another one is brought. */
  @property({type: Boolean}) changingNetwork = false;
  /** The working sizes offered, short side in pixels. */
  @property({attribute: false}) sizes: readonly number[] = [];

  @query('dialog') private dialog!: HTMLDialogElement;

  /** Opens the sheet. */
  show() {
    this.dialog.showModal();
  }

  private change(change: Partial<Settings>) {
    emit(this, 'settings-change', change);
  }

  override render() {
    const {model, size, mirror, bitrate} = this.settings;
    return html`
      <dialog aria-labelledby="heading" closedby="any">
        <div class="content">
          <header>
            <h2 id="heading">Settings</h2>
            <button class="icon plain" aria-label="Close" @click=${() => this.dialog.close()}>
              ${closeIcon}
            </button>
          </header>
          ${this.renderChoice(
            'Network',
            this.changingNetwork ? 'Waking another one …' : this.modelHint(),
            model,
            [
              ['auto', 'Automatic'],
              ...this.models.map(({name, title, complete}) => [
                name,
                complete ? title : `${title} (needs an encoder)`,
                complete ? '' : 'disabled',
              ]),
            ],
            (value) => this.change({model: value}),
          )}
          ${this.renderChoice(
            'Working size',
            'Larger is finer, smaller is faster',
            String(size),
            [['auto', 'Automatic'], ...this.sizes.map((side) => [String(side), `${side} px`])],
            (value) => this.change({size: value === 'auto' ? 'auto' : Number(value)}),
          )}
          ${this.renderChoice(
            'Mirror',
            'Automatic mirrors front cameras',
            mirror,
            [
              ['auto', 'Automatic'],
              ['on', 'Always'],
              ['off', 'Never'],
            ],
            (value) => this.change({mirror: value as Settings['mirror']}),
          )}
          ${this.renderChoice(
            'Recording quality',
            'Higher makes larger files',
            bitrate,
            [
              ['low', 'Low'],
              ['medium', 'Medium'],
              ['high', 'High'],
            ],
            (value) => this.change({bitrate: value as Bitrate}),
          )}
          ${this.renderSwitch('microphone', 'Record sound', 'From your microphone')}
          ${this.renderSwitch('recordMirrored', 'Record mirrored', 'Clips look as on the stage')}
          ${this.renderSwitch('overlay', 'Show the numbers', 'Frames a second and size')}
        </div>
      </dialog>
    `;
  }

  private modelHint(): string {
    const paints = `${this.model} paints`;
    const incomplete = this.models.find(({complete}) => !complete);
    return incomplete ? `${paints}; for ${incomplete.name} import an encoder, see README` : paints;
  }

  private renderChoice(
    name: string,
    hint: string,
    chosen: string,
    options: readonly (readonly string[])[],
    onChange: (value: string) => void,
  ) {
    return html`
      <label>
        <span>${name}<span class="hint">${hint}</span></span>
        <select @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}>
          ${options.map(
            ([value, text, state]) => html`
              <option
                value=${value ?? ''}
                ?disabled=${state === 'disabled'}
                .selected=${value === chosen}
              >
                ${text}
              </option>
            `,
          )}
        </select>
      </label>
    `;
  }

  private renderSwitch(name: SwitchName, label: string, hint: string) {
    return html`
      <label>
        <span>${label}<span class="hint">${hint}</span></span>
        <input
          type="checkbox"
          class="switch"
          .checked=${this.settings[name]}
          @change=${(event: Event) =>
            this.change({[name]: (event.target as HTMLInputElement).checked})}
        />
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-sheet': SettingsSheet;
  }
}
