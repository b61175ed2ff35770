import './backup-row.ts';
import './offline-row.ts';
import {css, html, LitElement} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {type OfflineState, UNKNOWN_KEPT} from '../../app/offline/offline-state.ts';
import type {SettingRow} from '../../app/settings/settings-rows.ts';
import type {Settings} from '../../app/settings/settings-table.ts';
import {say, sentence} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {closeIcon} from '../kit/icons.ts';
import {sheet} from '../kit/sheet.styles.ts';
import {switches} from '../kit/switch.styles.ts';

type ChoiceRow = Extract<SettingRow, {kind: 'choice'}>;
type SwitchRow = Extract<SettingRow, {kind: 'switch'}>;

/**
 * What is remembered from one visit to the next, in a dialog: a row for each setting, whatever they
 * are.
 *
 * @fires backup - see `<backup-row>`
 * @fires settings-change - `detail` is the part of the settings that changed
 * @fires offline-order - `look`, when it opens, and what its row tells
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
        padding: 8px 0;
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
      @media (max-width: 339.98px) {
        label:has(select) {
          grid-template-columns: minmax(0, 1fr);
          gap: 6px;
          padding: 12px 0;
        }
        select {
          width: 100%;
        }
      }
    `,
  ];

  /** The settings, in their order. */
  @property({attribute: false}) rows: readonly SettingRow[] = [];

  /** What is kept for when there is no connection. */
  @property({attribute: false}) offline: OfflineState = UNKNOWN_KEPT;

  @query('dialog') private dialog!: HTMLDialogElement;

  /** Opens the sheet. */
  async show() {
    await this.updateComplete;
    emit(this, 'offline-order', 'look');
    this.dialog.showModal();
  }

  private change({name}: SettingRow, value: unknown) {
    emit(this, 'settings-change', {[name]: value});
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading" closedby="any">
        <div class="content">
          <header>
            <h2 id="heading">${say('page.settings')}</h2>
            <button
              class="icon plain"
              aria-label=${say('page.close')}
              @click=${() => this.dialog.close()}
            >
              ${closeIcon}
            </button>
          </header>
          ${repeat(
            this.rows,
            ({name}) => name,
            (row) => html`
              <label>
                <span>${say(row.label)}<span class="hint">${sentence(row.hint)}</span></span>
                ${row.kind === 'switch' ? this.renderSwitch(row) : this.renderChoice(row)}
              </label>
            `,
          )}
          <offline-row .offline=${this.offline}></offline-row>
          <backup-row></backup-row>
        </div>
      </dialog>
    `;
  }

  private renderChoice(row: ChoiceRow) {
    const onChange = (event: Event) => {
      const {selectedIndex} = event.target as HTMLSelectElement;
      this.change(row, row.options[selectedIndex]?.value);
    };
    return html`
      <select @change=${onChange}>
        ${row.options.map(
          ({value, label, disabled}) => html`
            <option value=${String(value)} ?disabled=${disabled} .selected=${value === row.value}>
              ${sentence(label)}
            </option>
          `,
        )}
      </select>
    `;
  }

  private renderSwitch(row: SwitchRow) {
    return html`
      <input
        type="checkbox"
        class="switch"
        .checked=${row.value}
        @change=${(event: Event) => this.change(row, (event.target as HTMLInputElement).checked)}
      />
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-sheet': SettingsSheet;
  }
  interface HTMLElementEventMap {
    'settings-change': CustomEvent<Partial<Settings>>;
  }
}
