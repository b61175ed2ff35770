import './film-form.ts';
import './picture-form.ts';
import './pictures-form.ts';
import './loop-form.ts';
import {css, html} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import type {ExportKind} from '../../app/exports/exports-state.ts';
import {say} from '../../words/say.ts';
import {sideways} from '../kit/breakpoints.ts';
import {controls} from '../kit/controls.styles.ts';
import {closeIcon} from '../kit/icons.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {sheet} from '../kit/sheet.styles.ts';

/**
 * What can be set about an export before it begins, in a dialog: a form for each kind, which closes it with the
 * event `close-sheet`.
 */
@customElement('export-sheet')
export class ExportSheet extends PanelElement {
  static override styles = [
    controls,
    sheet,
    css`
      .content {
        display: grid;
        gap: 12px;
      }
      @media ${sideways} {
        dialog:has(loop-form) {
          max-width: 760px;
        }
      }
    `,
  ];

  @state() private kind: ExportKind | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Opens the sheet for this kind. */
  async show(kind: ExportKind) {
    this.kind = kind;
    await this.updateComplete;
    this.dialog.showModal();
  }

  override render() {
    const close = () => {
      this.dialog.close();
    };
    return html`
      <dialog
        aria-labelledby="heading"
        closedby="any"
        @close=${() => (this.kind = null)}
        @close-sheet=${close}
      >
        <div class="content">
          <header>
            <h2 id="heading">${this.kind && say(`exports.${this.kind}`)}</h2>
            <button class="icon plain" aria-label=${say('page.close')} @click=${close}>
              ${closeIcon}
            </button>
          </header>
          ${this.renderForm()}
        </div>
      </dialog>
    `;
  }

  private renderForm() {
    switch (this.kind) {
      case 'picture':
        return html`<picture-form .context=${this.context}></picture-form>`;
      case 'pictures':
        return html`<pictures-form .context=${this.context}></pictures-form>`;
      case 'film':
        return html`<film-form .context=${this.context}></film-form>`;
      case 'loop':
        return html`<loop-form .context=${this.context}></loop-form>`;
      case null:
        return null;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'export-sheet': ExportSheet;
  }
  interface HTMLElementEventMap {
    'close-sheet': CustomEvent<void>;
  }
}
