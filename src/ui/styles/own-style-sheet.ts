import {css, html, LitElement, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import type {StyleEntry} from '../../app/styles/styles-state.ts';
import {say} from '../../words/say.ts';
import {narrow} from '../kit/breakpoints.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {binIcon, closeIcon, downloadIcon} from '../kit/icons.ts';
import {sheet} from '../kit/sheet.styles.ts';

/**
 * Renames or removes one of the person's own styles; removing asks a second time.
 *
 * @fires style-rename - `detail` is `{id, title}`
 * @fires style-save - `detail` is the id
 * @fires style-remove - `detail` is the id
 */
@customElement('own-style-sheet')
export class OwnStyleSheet extends LitElement {
  static override styles = [
    controls,
    sheet,
    fields,
    css`
      .style {
        display: grid;
        grid-template-columns: 96px minmax(0, 1fr);
        align-items: center;
        gap: 16px;
        margin: 4px 0 20px;
      }
      @media ${narrow} {
        .style {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      img {
        display: block;
        width: 96px;
        height: 96px;
        object-fit: cover;
        border-radius: var(--radius);
      }
      label {
        display: grid;
        gap: 6px;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 8px;
      }
      .buttons :first-child {
        margin-right: auto;
      }
      .danger {
        color: var(--alert);
      }
    `,
  ];

  @state() private entry: StyleEntry | null = null;
  @state() private confirming = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;

  /** Opens the sheet for `entry`. */
  async show(entry: StyleEntry): Promise<void> {
    this.entry = entry;
    this.confirming = false;
    await this.updateComplete;
    this.input.value = entry.title;
    this.dialog.showModal();
  }

  private onSubmit(event: Event) {
    event.preventDefault();
    const title = this.input.value.trim();
    if (this.entry && title && title !== this.entry.title) {
      emit(this, 'style-rename', {id: this.entry.id, title});
    }
    this.dialog.close();
  }

  private onSave() {
    if (this.entry) emit(this, 'style-save', this.entry.id);
  }

  private onRemove() {
    if (this.entry) emit(this, 'style-remove', this.entry.id);
    this.dialog.close();
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading" closedby="any">
        <form class="content" @submit=${this.onSubmit}>
          <header>
            <h2 id="heading">${say('own-style.heading')}</h2>
            <button
              type="button"
              class="icon plain"
              aria-label=${say('page.close')}
              @click=${() => this.dialog.close()}
            >
              ${closeIcon}
            </button>
          </header>
          <div class="style">
            ${this.entry && !this.entry.lost ? html`<img src=${this.entry.imageUrl} alt="" />` : nothing}
            <label
              >${say('own-style.title')} <input required maxlength="60" autocomplete="off"
            /></label>
          </div>
          <div class="buttons">
            ${this.confirming ? this.renderConfirm() : this.renderButtons()}
          </div>
        </form>
      </dialog>
    `;
  }

  private renderButtons() {
    return html`
      <button type="button" class="plain danger" @click=${() => (this.confirming = true)}>
        ${binIcon} ${say('own-style.remove')}
      </button>
      <button type="button" class="plain" @click=${this.onSave}>
        ${downloadIcon} ${say('own-style.as-file')}
      </button>
      <button type="submit" class="primary">${say('own-style.save')}</button>
    `;
  }

  private renderConfirm() {
    return html`
      <span role="alert">${say('own-style.sure')}</span>
      <button type="button" @click=${() => (this.confirming = false)}>
        ${say('own-style.keep')}
      </button>
      <button type="button" class="danger" @click=${this.onRemove}>
        ${say('own-style.remove-it')}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-style-sheet': OwnStyleSheet;
  }
  interface HTMLElementEventMap {
    'style-rename': CustomEvent<{id: string; title: string}>;
    'style-save': CustomEvent<string>;
    'style-remove': CustomEvent<string>;
  }
}
