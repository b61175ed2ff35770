import {html, LitElement, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {CameraEntry, SourceState} from '../../app/state.ts';
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
  switchIcon,
} from '../kit/icons.ts';
import {panel} from '../kit/panel.styles.ts';
import {placePanel} from '../kit/place-panel.ts';
import {switches} from '../kit/switch.styles.ts';
import {sourceMenuStyles} from './source-menu.styles.ts';

const ICONS = {demo: demoIcon, camera: cameraIcon, video: filmIcon, image: pictureIcon};

/**
 * Says what is painted and offers everything else that could be: cameras, the demo, a file.
 *
 * @fires camera-start - `detail` is the id of the camera, null for the one used last
 * @fires camera-switch - take the next camera
 * @fires demo-pick - show the demo scene
 * @fires source-open - `detail` is the video or picture file to show
 * @fires mirror-toggle - mirror the picture, or stop that
 */
@customElement('source-menu')
export class SourceMenu extends LitElement {
  static override styles = [controls, panel, switches, sourceMenuStyles];

  @property({attribute: false}) source: SourceState = {
    kind: 'demo',
    title: 'Demo',
    opening: false,
  };
  @property({attribute: false}) cameras: readonly CameraEntry[] = [];
  /** True while the picture is shown mirrored. */
  @property({type: Boolean}) mirrored = false;

  @query('[popover]') private panel!: HTMLElement;
  @query('.source') private trigger!: HTMLElement;
  @query('input[type=file]') private fileInput!: HTMLInputElement;

  private choose(name: string, detail?: unknown) {
    this.panel.hidePopover();
    emit(this, name, detail);
  }

  private onFile() {
    const file = this.fileInput.files?.[0];
    this.fileInput.value = '';
    if (file) this.choose('source-open', file);
  }

  private isShown(camera: CameraEntry) {
    const {kind, title, cameraId} = this.source;
    if (kind !== 'camera') return false;
    return cameraId ? camera.id === cameraId : camera.label === title;
  }

  override render() {
    const {kind, title, opening} = this.source;
    return html`
      <button class="source plain" popovertarget="panel" aria-label="Source: ${title}">
        ${opening ? html`<span class="spinner"></span>` : ICONS[kind]}
        <span class="name">${title}</span>${chevronIcon}
      </button>
      ${
        kind === 'camera' && this.cameras.length > 1
          ? html`<button
              class="icon plain"
              aria-label="Switch camera"
              title="Switch camera"
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
        aria-label="Source"
        @beforetoggle=${() => placePanel(this.panel, this.trigger)}
      >
        ${this.renderCameras()}
        <hr />
        ${this.renderRow(demoIcon, 'Demo scene', kind === 'demo', () => this.choose('demo-pick'))}
        ${this.renderRow(plusIcon, 'Open a video or picture', false, () => this.fileInput.click())}
        <hr />
        <label class="row">
          ${mirrorIcon}<span class="name">Mirror</span>
          <input
            type="checkbox"
            class="switch"
            .checked=${this.mirrored}
            @change=${() => emit(this, 'mirror-toggle')}
          />
        </label>
        <input
          type="file"
          accept="video/*,image/*"
          hidden
          aria-label="Video or picture"
          @change=${this.onFile}
        />
      </div>
    `;
  }

  private renderCameras() {
    const named = this.cameras.filter((camera) => camera.label);
    if (named.length === 0) {
      const shown = this.source.kind === 'camera';
      return this.renderRow(cameraIcon, 'Camera', shown, () => this.choose('camera-start'));
    }
    return named.map((camera) =>
      this.renderRow(cameraIcon, camera.label, this.isShown(camera), () =>
        this.choose('camera-start', camera.id),
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
}
