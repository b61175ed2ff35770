import {css, html, LitElement} from 'lit';
import {customElement, query} from 'lit/decorators.js';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {closeIcon} from '../kit/icons.ts';
import {sheet} from '../kit/sheet.styles.ts';
import {commandEntries} from './commands.ts';
import {shownKey} from './shown-key.ts';

/** Lists the keyboard shortcuts, in a dialog. */
@customElement('help-sheet')
export class HelpSheet extends LitElement {
  static override styles = [
    controls,
    sheet,
    css`
      dl {
        margin: 0;
      }
      dl div {
        display: flex;
        flex-direction: row-reverse;
        align-items: center;
        justify-content: space-between;
        height: 40px;
        border-top: 1px solid var(--line);
      }
      dd {
        margin: 0;
      }
      kbd {
        display: block;
        min-width: 32px;
        padding: 3px 8px;
        border-radius: 8px;
        background: var(--raised);
        box-shadow: inset 0 -1px 0 rgb(255 255 255 / 14%);
        font: inherit;
        font-size: 13px;
        font-weight: 600;
        text-align: center;
      }
      p {
        margin: 16px 0 0;
        color: var(--text-soft);
        font-size: 13px;
      }
    `,
  ];

  @query('dialog') private dialog!: HTMLDialogElement;

  /** Opens the sheet. */
  async show() {
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading" closedby="any">
        <div class="content">
          <header>
            <h2 id="heading">${say('help.title')}</h2>
            <button
              class="icon plain"
              aria-label=${say('page.close')}
              @click=${() => this.dialog.close()}
            >
              ${closeIcon}
            </button>
          </header>
          <dl>
            ${commandEntries.map(
              ([, command]) => html`
                <div>
                  <dt><kbd>${shownKey(command)}</kbd></dt>
                  <dd>${say(command.label)}</dd>
                </div>
              `,
            )}
          </dl>
          <p>${say('help.files')}</p>
        </div>
      </dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-sheet': HelpSheet;
  }
}
