import {html, LitElement, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {SourceState} from '../../app/sources/source-state.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {
  cameraIcon,
  checkIcon,
  chevronIcon,
  demoIcon,
  filmIcon,
  type Icon,
  mirrorIcon,
  pictureIcon,
  plusIcon,
  screenIcon,
  switchIcon,
} from '../kit/icons.ts';
import {panel} from '../kit/panel.styles.ts';
import {placePanel} from '../kit/place-panel.ts';
import {switches} from '../kit/switch.styles.ts';
import {sourceMenuStyles} from './source-menu.styles.ts';

type Camera = SourceState['cameras'][number];

const ICONS = {
  demo: demoIcon,
  camera: cameraIcon,
  screen: screenIcon,
  video: filmIcon,
  image: pictureIcon,
};

/**
 * Says what is painted and offers everything else that could be: cameras, the demo, a file.
 *
 * @fires camera-start - `detail` is the id of the camera, null for the one used last
 * @fires camera-switch - take the next camera
 * @fires screen-share - ask for a screen, window or tab
 * @fires demo-pick - show the demo scene
 * @fires source-open - `detail` is the video or picture file to show
 * @fires camera-set - see `<camera-controls>`
 * @fires mirror-toggle - mirror the picture, or stop that
 */
@customElement('source-menu')
export class SourceMenu extends LitElement {
  static override styles = [controls, panel, switches, sourceMenuStyles];

  /** What is on the stage, and what else there is. */
  @property({attribute: false}) source!: SourceState;

  @query('[popover]') private panel!: HTMLElement;
  @query('.source') private trigger!: HTMLElement;
  @query('input[type=file]') private fileInput!: HTMLInputElement;

  private choose(tell: () => void) {
    this.panel.hidePopover();
    tell();
  }

  private onFile() {
    const file = this.fileInput.files?.[0];
    this.fileInput.value = '';
    if (file) this.choose(() => emit(this, 'source-open', file));
  }

  private isShown(camera: Camera) {
    const {kind, title, cameraId} = this.source;
    if (kind !== 'camera') return false;
    return cameraId ? camera.id === cameraId : camera.label === title;
  }

  override render() {
    const {kind, opening, cameras, mirrored} = this.source;
    const title =
      kind === 'demo' || kind === 'screen' ? say(`source-menu.${kind}`) : this.source.title;
    return html`
      <button
        class="source plain"
        popovertarget="panel"
        aria-label=${say('source-menu.shown', {title})}
      >
        ${opening ? html`<span class="spinner"></span>` : ICONS[kind]}
        <span class="name">${title}</span>${chevronIcon}
      </button>
      ${
        kind === 'camera' && cameras.length > 1
          ? html`<button
              class="icon plain"
              aria-label=${say('source-menu.switch')}
              title=${say('source-menu.switch')}
              @click=${() => emit(this, 'camera-switch')}
            >
              ${switchIcon}
            </button>`
          : nothing
      }
      <div
        id="panel"
        popover
        role="dialog"
        aria-label=${say('source-menu.title')}
        @beforetoggle=${() => placePanel(this.panel, this.trigger)}
      >
        ${this.renderCameras()}
        ${
          this.source.camera
            ? html`<camera-controls .camera=${this.source.camera}></camera-controls>`
            : nothing
        }
        ${this.renderRow(screenIcon, say('source-menu.share'), kind === 'screen', () =>
          this.choose(() => emit(this, 'screen-share')),
        )}
        <hr />
        ${this.renderRow(demoIcon, say('source-menu.demo-scene'), kind === 'demo', () =>
          this.choose(() => emit(this, 'demo-pick')),
        )}
        ${this.renderRow(plusIcon, say('source-menu.open'), false, () => this.fileInput.click())}
        <hr />
        <label class="row">
          ${mirrorIcon}<span class="name">${say('source-menu.mirror')}</span>
          <input
            type="checkbox"
            class="switch"
            .checked=${mirrored}
            @change=${() => emit(this, 'mirror-toggle')}
          />
        </label>
        <input
          type="file"
          accept="video/*,image/*"
          hidden
          aria-label=${say('source-menu.file')}
          @change=${this.onFile}
        />
      </div>
    `;
  }

  private renderCameras() {
    const named = this.source.cameras.filter((camera) => camera.label);
    if (named.length === 0) {
      const shown = this.source.kind === 'camera';
      return this.renderRow(cameraIcon, say('source-menu.camera'), shown, () =>
        this.choose(() => emit(this, 'camera-start', null)),
      );
    }
    return named.map((camera) =>
      this.renderRow(cameraIcon, camera.label, this.isShown(camera), () =>
        this.choose(() => emit(this, 'camera-start', camera.id)),
      ),
    );
  }

  private renderRow(icon: Icon, name: string, current: boolean, onClick: () => void) {
    return html`
      <button class="row" aria-current=${current ? 'true' : nothing} @click=${onClick}>
        ${icon}<span class="name">${name}</span>${current ? checkIcon : nothing}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'source-menu': SourceMenu;
  }
  interface HTMLElementEventMap {
    'camera-start': CustomEvent<string | null>;
    'camera-switch': CustomEvent<void>;
    'screen-share': CustomEvent<void>;
    'demo-pick': CustomEvent<void>;
    'source-open': CustomEvent<File>;
    'mirror-toggle': CustomEvent<void>;
  }
}
