import './job-list.ts';
import './moving-picture.ts';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Clip} from '../../app/captures/captures-state.ts';
import type {ExportJob, ExportKind} from '../../app/exports/exports-state.ts';
import {formatBytes} from '../../words/format-bytes.ts';
import {formatDuration} from '../../words/format-duration.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {formatMoment} from '../kit/format-moment.ts';
import {binIcon, downloadIcon, folderIcon, pictureIcon, shareIcon} from '../kit/icons.ts';
import {panel} from '../kit/panel.styles.ts';
import {placePanel} from '../kit/place-panel.ts';
import {clipTrayStyles} from './clip-tray.styles.ts';

/** What can be made, in the order of the buttons. */
const KINDS: readonly ExportKind[] = ['picture', 'pictures', 'film', 'loop'];

/**
 * The finished recordings and snapshots, newest first: look, download, share, remove; what is made now, and what
 * else can be made. It opens by itself when what moves is done, for a recording that was left unfinished, and
 * when something begins to be made.
 *
 * @fires clip-share - `detail` is the clip's id
 * @fires clip-remove - `detail` is the clip's id
 * @fires clip-download - the clip is saved by the browser; `detail` is its id
 * @fires export-open - `detail` is the kind of what is to be made
 */
@customElement('clip-tray')
export class ClipTray extends LitElement {
  static override styles = [controls, panel, clipTrayStyles];

  /** The clips, oldest first. */
  @property({attribute: false}) clips: readonly Clip[] = [];

  /** What is made now. */
  @property({attribute: false}) jobs: readonly ExportJob[] = [];

  @query('[popover]') private panel!: HTMLElement;
  @query('.slot') private slotButton!: HTMLElement;

  protected override updated(changed: PropertyValues<this>) {
    const before = changed.get('clips');
    const known = new Set(before?.map(({id}) => id));
    const isShown = ({id, durationMs, left}: Clip) =>
      durationMs > 0 && !known.has(id) && left?.unfinished !== false;
    const isNew = before && this.clips.some(isShown);
    const begins = (changed.get('jobs')?.length ?? Infinity) < this.jobs.length;
    if (isNew || begins) this.panel.showPopover();
  }

  override render() {
    const newest = this.clips.at(-1);
    const count = this.clips.length;
    return html`
      <button
        class="slot"
        popovertarget="panel"
        aria-label=${newest ? say('clips.count', {count}) : say('clips.none')}
      >
        ${newest ? this.renderThumbnail(newest) : pictureIcon}
        ${count > 1 ? html`<span class="count">${count}</span>` : nothing}
        ${
          this.jobs[0]
            ? html`<progress aria-hidden="true" max="1" .value=${this.jobs[0].done}></progress>`
            : nothing
        }
      </button>
      <div
        id="panel"
        popover
        role="dialog"
        aria-label=${say('clips.title')}
        @beforetoggle=${() => placePanel(this.panel, this.slotButton)}
      >
        <job-list .jobs=${this.jobs}></job-list>
        <ul class="clips" ?hidden=${count === 0}>
          ${repeat(
            this.clips.toReversed(),
            (clip) => clip.id,
            (clip) => this.renderClip(clip),
          )}
        </ul>
        ${this.renderKinds()}
      </div>
    `;
  }

  private renderKinds() {
    return html`
      <div class="kinds">
        ${KINDS.map(
          (kind) => html`
            <button
              type="button"
              @click=${() => {
                this.panel.hidePopover();
                emit(this, 'export-open', kind);
              }}
            >
              ${say(`exports.${kind}`)}
            </button>
          `,
        )}
      </div>
    `;
  }

  private renderLeft({left}: Clip) {
    if (!left) return nothing;
    const key = left.unfinished ? 'clips.unfinished' : 'clips.unsaved';
    return html`<p>${say(key, {time: formatMoment(left.begun)})}</p>`;
  }

  private renderThumbnail(clip: Clip) {
    if (clip.kind === 'archive') return folderIcon;
    if (clip.kind === 'image') return renderPicture(clip, true);
    return html`<video src=${clip.url} muted playsinline preload="metadata" tabindex="-1"></video>`;
  }

  private renderPreview(clip: Clip) {
    const {kind, name, url, loops} = clip;
    switch (kind) {
      case 'video':
        return html`<video
          class="preview"
          src=${url}
          ?loop=${loops}
          controls
          playsinline
          preload="metadata"
          aria-label=${name}
        ></video>`;
      case 'image':
        return renderPicture(clip, false);
      case 'archive':
        return nothing;
    }
  }

  private renderClip(clip: Clip) {
    const {name} = clip;
    const size = formatBytes(clip.bytes);
    const about =
      clip.durationMs > 0
        ? say('clips.length-and-size', {length: formatDuration(clip.durationMs), size})
        : clip.kind === 'archive'
          ? say('clips.archive', {size})
          : size;
    return html`
      <li>
        ${this.renderPreview(clip)} ${this.renderLeft(clip)}
        <div class="about">
          <div class="words">
            <div title=${name}>${name}</div>
            <div>${about}</div>
          </div>
          <button
            class="icon plain"
            aria-label=${say('clips.remove-one', {name})}
            title=${say('clips.remove')}
            @click=${() => emit(this, 'clip-remove', clip.id)}
          >
            ${binIcon}
          </button>
          ${
            clip.shareable
              ? html`<button
                  class="icon plain"
                  aria-label=${say('clips.share-one', {name})}
                  title=${say('clips.share')}
                  @click=${() => emit(this, 'clip-share', clip.id)}
                >
                  ${shareIcon}
                </button>`
              : nothing
          }
          <a
            class="button primary"
            href=${clip.url}
            download=${name}
            @click=${() => emit(this, 'clip-download', clip.id)}
          >
            ${downloadIcon} ${say('clips.download')}
          </a>
        </div>
      </li>
    `;
  }
}

/** @param isSmall for the button, which has a name of its own */
function renderPicture({name, url, durationMs}: Clip, isSmall: boolean) {
  const style = isSmall ? 'thumbnail' : 'preview';
  if (durationMs > 0) {
    return html`
      <moving-picture class=${style} src=${url} name=${name} ?still=${isSmall}></moving-picture>
    `;
  }
  return html`<img
    class=${style}
    src=${url}
    alt=${isSmall ? '' : say('clips.snapshot', {name})}
  />`;
}

declare global {
  interface HTMLElementTagNameMap {
    'clip-tray': ClipTray;
  }
  interface HTMLElementEventMap {
    'clip-share': CustomEvent<string>;
    'clip-remove': CustomEvent<string>;
    'clip-download': CustomEvent<string>;
    'export-open': CustomEvent<ExportKind>;
  }
}
