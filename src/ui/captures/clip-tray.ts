import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Clip} from '../../app/state.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {formatBytes} from '../kit/format-bytes.ts';
import {formatDuration} from '../kit/format-duration.ts';
import {binIcon, downloadIcon, pictureIcon, shareIcon} from '../kit/icons.ts';
import {panel} from '../kit/panel.styles.ts';
import {placePanel} from '../kit/place-panel.ts';
import {clipTrayStyles} from './clip-tray.styles.ts';

/**
 * The finished recordings and snapshots, newest first: look, download, share, remove. It opens by
 * itself when a recording is done.
 *
 * @fires clip-share - `detail` is the clip's id
 * @fires clip-remove - `detail` is the clip's id
 */
@customElement('clip-tray')
export class ClipTray extends LitElement {
  static override styles = [controls, panel, clipTrayStyles];

  /** The clips, oldest first. */
  @property({attribute: false}) clips: readonly Clip[] = [];

  @query('[popover]') private panel!: HTMLElement;
  @query('.slot') private slotButton!: HTMLElement;

  protected override updated(changed: PropertyValues<this>) {
    const before = changed.get('clips');
    if (!before) return;
    const newest = this.clips.at(-1);
    if (!newest) this.panel.hidePopover();
    else if (newest.kind === 'video' && !before.some(({id}) => id === newest.id)) {
      this.panel.showPopover();
    }
  }

  override render() {
    const newest = this.clips.at(-1);
    const count = this.clips.length;
    return html`
      <button
        class="slot"
        popovertarget="panel"
        aria-label=${newest ? `Your clips, ${count}` : 'No clips yet'}
        ?disabled=${!newest}
      >
        ${newest ? this.renderThumbnail(newest) : pictureIcon}
        ${count > 1 ? html`<span class="count">${count}</span>` : nothing}
      </button>
      <div
        id="panel"
        popover
        role="dialog"
        aria-label="Your clips"
        @beforetoggle=${() => placePanel(this.panel, this.slotButton)}
      >
        <ul>
          ${repeat(
            this.clips.toReversed(),
            (clip) => clip.id,
            (clip) => this.renderClip(clip),
          )}
        </ul>
      </div>
    `;
  }

  private renderThumbnail(clip: Clip) {
    if (clip.kind === 'image') return html`<img src=${clip.url} alt="" />`;
    return html`<video src=${clip.url} muted playsinline preload="metadata" tabindex="-1"></video>`;
  }

  private renderClip(clip: Clip) {
    const length = clip.kind === 'video' ? `${formatDuration(clip.durationMs)}, ` : '';
    return html`
      <li>
        ${
          clip.kind === 'video'
            ? html`<video
                class="preview"
                src=${clip.url}
                controls
                playsinline
                preload="metadata"
                aria-label=${clip.name}
              ></video>`
            : html`<img class="preview" src=${clip.url} alt="Snapshot ${clip.name}" />`
        }
        <div class="about">
          <div class="words">
            <div title=${clip.name}>${clip.name}</div>
            <div>${length}${formatBytes(clip.bytes)}</div>
          </div>
          <button
            class="icon plain"
            aria-label="Remove ${clip.name}"
            title="Remove"
            @click=${() => emit(this, 'clip-remove', clip.id)}
          >
            ${binIcon}
          </button>
          ${
            clip.shareable
              ? html`<button
                  class="icon plain"
                  aria-label="Share ${clip.name}"
                  title="Share"
                  @click=${() => emit(this, 'clip-share', clip.id)}
                >
                  ${shareIcon}
                </button>`
              : nothing
          }
          <a class="button primary" href=${clip.url} download=${clip.name}>
            ${downloadIcon} Download
          </a>
        </div>
      </li>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'clip-tray': ClipTray;
  }
}
