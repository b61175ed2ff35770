import './own-style-sheet.ts';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {StyleEntry} from '../../app/state.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {frameIcon, moreIcon, plusIcon} from '../kit/icons.ts';
import type {OwnStyleSheet} from './own-style-sheet.ts';
import {galleryStyles} from './style-gallery.styles.ts';

/**
 * The styles to pick from, a person's own before those of the gallery. Arrow keys pick, as in any
 * group of radio buttons.
 *
 * @fires style-pick - `detail` is the id of the style
 * @fires styles-add - `detail` is an array of picture files
 * @fires frame-use - make a style of the frame on the stage
 * @fires style-rename - see `<own-style-sheet>`
 * @fires style-remove - see `<own-style-sheet>`
 */
@customElement('style-gallery')
export class StyleGallery extends LitElement {
  static override styles = [controls, galleryStyles];

  @property({attribute: false}) entries: readonly StyleEntry[] = [];
  /** The id of the style that is shown. */
  @property() picked = '';
  /** The id of the style that is being analyzed, or null. */
  @property({attribute: false}) analyzing: string | null = null;
  /** True while there is no frame to make a style of. */
  @property({type: Boolean}) frameless = false;

  @query('input') private fileInput!: HTMLInputElement;
  @query('own-style-sheet') private sheet!: OwnStyleSheet;
  @query('[aria-checked=true]') private checked!: HTMLElement | null;

  private readonly sizeWatch = new ResizeObserver(() => this.revealPicked());

  override connectedCallback() {
    super.connectedCallback();
    this.sizeWatch.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.sizeWatch.disconnect();
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('picked')) this.revealPicked();
  }

  private revealPicked() {
    this.checked?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  private get sorted() {
    const own = this.entries.filter((entry) => entry.own);
    return [...own, ...this.entries.filter((entry) => !entry.own)];
  }

  private onKeyDown(event: KeyboardEvent) {
    const entries = this.sorted;
    const focused = entries.findIndex((entry) => entry.id === (event.target as Element).id);
    const count = entries.length;
    const index = {
      ArrowLeft: (focused - 1 + count) % count,
      ArrowUp: (focused - 1 + count) % count,
      ArrowRight: (focused + 1) % count,
      ArrowDown: (focused + 1) % count,
      Home: 0,
      End: count - 1,
    }[event.key];
    const entry = index === undefined ? undefined : entries[index];
    if (focused < 0 || !entry) return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(entry.id)}`)?.focus();
    emit(this, 'style-pick', entry.id);
  }

  private onFiles() {
    const files = [...(this.fileInput.files ?? [])];
    this.fileInput.value = '';
    if (files.length > 0) emit(this, 'styles-add', files);
  }

  override render() {
    const entries = this.sorted;
    const tabStop = entries.some((entry) => entry.id === this.picked)
      ? this.picked
      : entries[0]?.id;
    return html`
      <div class="own-actions">
        <button
          class="tile"
          title="Choose pictures, or drop or paste them anywhere on the page"
          @click=${() => this.fileInput.click()}
        >
          <span class="face">${plusIcon}</span> <span>Add your own</span>
        </button>
        <button
          class="tile"
          title="Make a style of what is on the stage now"
          ?disabled=${this.frameless}
          @click=${() => emit(this, 'frame-use')}
        >
          <span class="face">${frameIcon}</span> <span>Use this frame</span>
        </button>
        <input
          type="file"
          accept="image/*"
          multiple
          hidden
          aria-label="Pictures"
          @change=${this.onFiles}
        />
      </div>
      <div role="radiogroup" aria-label="Style" @keydown=${this.onKeyDown}>
        ${repeat(
          entries,
          (entry) => entry.id,
          (entry) => this.renderEntry(entry, entry.id === tabStop),
        )}
      </div>
      <own-style-sheet></own-style-sheet>
    `;
  }

  private renderEntry(entry: StyleEntry, tabStop: boolean) {
    const picked = entry.id === this.picked;
    const busy = entry.id === this.analyzing;
    return html`
      <div class="card" role="presentation">
        <button
          id=${entry.id}
          role="radio"
          aria-checked=${picked}
          aria-busy=${busy}
          tabindex=${tabStop ? 0 : -1}
          title=${entry.note || entry.title}
          @click=${() => emit(this, 'style-pick', entry.id)}
        >
          <span class="frame">
            <img
              src=${entry.imageUrl}
              alt=""
              width="160"
              height="160"
              loading="lazy"
              draggable="false"
              decoding="async"
            />
            ${busy ? html`<span class="spinner"></span>` : nothing}
          </span>
          <span class="title">${entry.title}</span>
        </button>
        ${
          entry.own && picked
            ? html`<button
                class="edit icon glass"
                aria-label="Rename or remove ${entry.title}"
                @click=${() => this.sheet.show(entry)}
              >
                ${moreIcon}
              </button>`
            : nothing
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'style-gallery': StyleGallery;
  }
}
