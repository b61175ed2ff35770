import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {StyleEntry} from '../../app/styles/styles-state.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {alertIcon, closeIcon, frameIcon, moreIcon, plusIcon} from '../kit/icons.ts';
import {LongPress} from '../kit/long-press.ts';
import {galleryStyles} from './style-gallery.styles.ts';

/**
 * The styles to pick from, a person's own before those of the gallery. Arrow keys pick, as in any
 * group of radio buttons.
 *
 * @fires style-pick - `detail` is the id of the style
 * @fires style-expect - one may be picked next: `detail` is its id, or null for an own one to be added
 * @fires styles-add - `detail` is an array of picture files
 * @fires frame-use - make a style of the frame on the stage
 * @fires style-mix - add a style to the mix, or take it out; `detail` is its id
 * @fires style-edit - rename or remove an own style; `detail` is its id
 */
@customElement('style-gallery')
export class StyleGallery extends LitElement {
  static override styles = [controls, galleryStyles];

  @property({attribute: false}) entries: readonly StyleEntry[] = [];
  /** The id of the style that is shown. */
  @property() picked = '';
  /** The id of the style that is being analyzed, or null. */
  @property({attribute: false}) analyzing: string | null = null;
  /** What each style of a mix counts, 0…1, by its id; none where one style is alone. */
  @property({attribute: false}) shares: ReadonlyMap<string, number> = new Map();
  /** True while styles are mixed: then each can be added. */
  @property({type: Boolean, reflect: true}) mixing = false;
  /** True while there is no frame to make a style of. */
  @property({type: Boolean}) frameless = false;

  @query('input') private fileInput!: HTMLInputElement;
  @query('[aria-checked=true]') private checked!: HTMLElement | null;

  private readonly press = new LongPress(this, (id) => emit(this, 'style-mix', id));
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

  /** Scrolls the gallery, but nothing around it: the picture stays in sight. */
  private revealPicked() {
    if (!this.checked) return;
    const picked = this.checked.getBoundingClientRect();
    const view = this.getBoundingClientRect();
    const style = getComputedStyle(this);
    const padding = (side: string) =>
      parseFloat(style.getPropertyValue(`scroll-padding-${side}`)) || 0;
    this.scrollBy({
      left: wayInto(
        [picked.left, picked.right],
        [view.left + padding('left'), view.right - padding('right')],
      ),
      top: wayInto(
        [picked.top, picked.bottom],
        [view.top + padding('top'), view.bottom - padding('bottom')],
      ),
    });
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

  private onClick(event: MouseEvent, id: string) {
    if (this.press.took(event)) return;
    emit(this, event.shiftKey ? 'style-mix' : 'style-pick', id);
  }

  private onFiles() {
    const files = [...(this.fileInput.files ?? [])];
    this.fileInput.value = '';
    if (files.length > 0) emit(this, 'styles-add', files);
  }

  private expectOwn() {
    emit(this, 'style-expect', null);
  }

  override render() {
    const entries = this.sorted;
    const tabStop = entries.some((entry) => entry.id === this.picked)
      ? this.picked
      : entries[0]?.id;
    return html`
      <div class="own-actions" @pointerenter=${this.expectOwn} @focusin=${this.expectOwn}>
        <button
          class="tile"
          title=${say('gallery.add.hint')}
          @click=${() => this.fileInput.click()}
        >
          <span class="face">${plusIcon}</span> <span>${say('gallery.add')}</span>
        </button>
        <button
          class="tile"
          title=${say('gallery.frame.hint')}
          ?disabled=${this.frameless}
          @click=${() => emit(this, 'frame-use')}
        >
          <span class="face">${frameIcon}</span> <span>${say('gallery.frame')}</span>
        </button>
        <input
          type="file"
          accept="image/*,.pastiche"
          multiple
          hidden
          aria-label=${say('gallery.files')}
          @change=${this.onFiles}
        />
      </div>
      <div role="radiogroup" aria-label=${say('gallery.label')} @keydown=${this.onKeyDown}>
        ${repeat(
          entries,
          (entry) => entry.id,
          (entry) => this.renderEntry(entry, entry.id === tabStop),
        )}
      </div>
    `;
  }

  private renderEntry(entry: StyleEntry, tabStop: boolean) {
    const picked = entry.id === this.picked;
    const busy = entry.id === this.analyzing;
    const share = this.shares.get(entry.id);
    return html`
      <div class="card" role="presentation" ?data-mixed=${share !== undefined}>
        <button
          id=${entry.id}
          role="radio"
          aria-checked=${picked}
          aria-busy=${busy}
          tabindex=${tabStop ? 0 : -1}
          title=${entry.lost ? say('gallery.lost') : entry.note || entry.title}
          @pointerenter=${() => emit(this, 'style-expect', entry.id)}
          @focus=${() => emit(this, 'style-expect', entry.id)}
          @click=${(event: MouseEvent) => this.onClick(event, entry.id)}
        >
          <span class="frame">
            ${entry.lost ? this.renderLost() : this.renderPicture(entry)}
            ${busy ? html`<span class="spinner"></span>` : nothing}
          </span>
          <span class="title">${entry.title}</span>
          ${share === undefined ? nothing : html`<span class="share">${say('mix.percent', {percent: Math.round(100 * share)})}</span>`}
        </button>
        ${entry.lost ? nothing : this.renderMix(entry, share !== undefined)}
        ${
          entry.own && (picked || entry.lost)
            ? html`<button
                class="edit icon glass"
                aria-label=${say('gallery.edit', {title: entry.title})}
                @click=${() => emit(this, 'style-edit', entry.id)}
              >
                ${moreIcon}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private renderMix({id, title}: StyleEntry, isMixed: boolean) {
    const label = say(isMixed ? 'gallery.unmix' : 'gallery.mix', {title});
    return html`
      <button
        class="mix icon glass"
        tabindex=${this.mixing ? 0 : -1}
        aria-label=${label}
        title=${label}
        @click=${() => emit(this, 'style-mix', id)}
      >
        ${isMixed ? closeIcon : plusIcon}
      </button>
    `;
  }

  private renderPicture({imageUrl}: StyleEntry) {
    return html`
      <img
        src=${imageUrl}
        alt=""
        width="160"
        height="160"
        loading="lazy"
        draggable="false"
        decoding="async"
      />
    `;
  }

  /** An own style without its picture can only be removed. */
  private renderLost() {
    return html`<span class="lost">${alertIcon}</span>`;
  }
}

/** How far a span has to move back to lie in a view; 0 where it does. */
function wayInto([start, end]: [number, number], [from, to]: [number, number]): number {
  if (start < from) return start - from;
  return end > to ? end - to : 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'style-gallery': StyleGallery;
  }
  interface HTMLElementEventMap {
    'style-pick': CustomEvent<string>;
    'style-expect': CustomEvent<string | null>;
    'styles-add': CustomEvent<readonly File[]>;
    'frame-use': CustomEvent<void>;
    'style-mix': CustomEvent<string>;
    'style-edit': CustomEvent<string>;
  }
}
