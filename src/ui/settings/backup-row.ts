import {css, html, LitElement} from 'lit';
import {customElement, query} from 'lit/decorators.js';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {downloadIcon, uploadIcon} from '../kit/icons.ts';

/**
 * All that a person has made, out of the browser and back into it.
 *
 * @fires backup - `detail` is the file to open, or null to save one
 */
@customElement('backup-row')
export class BackupRow extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        min-height: 64px;
        padding: 10px 0;
        border-top: 1px solid var(--line);
        font-weight: 550;
      }
      div {
        flex: 1 1 200px;
      }
      p {
        margin: 0;
        color: var(--text-soft);
        font-size: 13px;
        font-weight: 400;
      }
    `,
  ];

  @query('input') private input!: HTMLInputElement;

  private onFile() {
    const [file] = this.input.files ?? [];
    this.input.value = '';
    if (file) emit(this, 'backup', file);
  }

  override render() {
    const [save, open] = [say('backup.save'), say('backup.open')];
    return html`
      <div>
        ${say('backup.label')}
        <p>${say('backup.hint')}</p>
      </div>
      <button
        type="button"
        class="icon"
        aria-label=${save}
        title=${save}
        @click=${() => emit(this, 'backup', null)}
      >
        ${downloadIcon}
      </button>
      <button
        type="button"
        class="icon"
        aria-label=${open}
        title=${open}
        @click=${() => {
          this.input.click();
        }}
      >
        ${uploadIcon}
      </button>
      <input type="file" hidden accept=".pastiche" aria-label=${open} @change=${this.onFile} />
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'backup-row': BackupRow;
  }
  interface HTMLElementEventMap {
    backup: CustomEvent<File | null>;
  }
}
