import {css, html, LitElement, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {filmIcon, frameIcon, pictureIcon} from '../kit/icons.ts';

/**
 * Takes pictures and videos that are dropped or pasted anywhere on the page. While something is
 * dragged over it, two fields ask what a picture is for; a video is always something to paint over.
 *
 * @fires styles-add - `detail` is an array of picture files to paint with
 * @fires source-open - `detail` is the video or picture file to paint over
 */
@customElement('file-drop')
export class FileDrop extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        inset: 0;
        z-index: 10;
        display: flex;
        gap: 16px;
        padding: 16px;
        background: rgb(8 7 9 / 72%);
        -webkit-backdrop-filter: blur(10px);
        backdrop-filter: blur(10px);
      }
      @media (orientation: portrait) {
        :host {
          flex-direction: column;
        }
      }
      .field {
        flex: 1;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 8px;
        padding: 16px;
        border: 2px dashed #6d676f;
        border-radius: 24px;
        text-align: center;
        transition:
          border-color var(--quick) var(--ease),
          background-color var(--quick) var(--ease);
      }
      .field.over {
        border-color: var(--accent);
        background: rgb(255 189 102 / 10%);
      }
      .field > * {
        pointer-events: none;
      }
      svg {
        width: 44px;
        height: 44px;
        stroke-width: 1.3;
        color: var(--accent);
      }
      strong {
        font-size: 20px;
        font-weight: 650;
        letter-spacing: -0.01em;
      }
      span {
        color: var(--text-soft);
      }
    `,
  ];

  /** What is dragged over the page, if it is a file. */
  @state() private dragged: 'picture' | 'video' | null = null;
  @state() private target: 'style' | 'source' = 'style';

  private readonly listeners = {
    dragover: (event: DragEvent) => this.onDragOver(event),
    dragleave: (event: DragEvent) => {
      if (!event.relatedTarget) this.dragged = null;
    },
    drop: (event: DragEvent) => this.onDrop(event),
    paste: (event: ClipboardEvent) => this.take(event.clipboardData, 'style'),
  };

  override connectedCallback() {
    super.connectedCallback();
    for (const [name, listener] of Object.entries(this.listeners)) {
      window.addEventListener(name, listener as EventListener);
    }
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    for (const [name, listener] of Object.entries(this.listeners)) {
      window.removeEventListener(name, listener as EventListener);
    }
  }

  private onDragOver(event: DragEvent) {
    const item = [...(event.dataTransfer?.items ?? [])].find(({kind}) => kind === 'file');
    if (!item) return;
    event.preventDefault();
    this.dragged = item.type.startsWith('video/') ? 'video' : 'picture';
    const field = event
      .composedPath()
      .find((target) => target instanceof HTMLElement && target.dataset['target']);
    this.target =
      (field as HTMLElement | undefined)?.dataset['target'] === 'source' ? 'source' : 'style';
  }

  private onDrop(event: DragEvent) {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.dragged = null;
    this.take(event.dataTransfer, this.target);
    this.target = 'style';
  }

  private take(data: DataTransfer | null, target: 'style' | 'source') {
    const files = [...(data?.files ?? [])];
    const video = files.find(({type}) => type.startsWith('video/'));
    const source = video ?? (target === 'source' ? files[0] : undefined);
    if (source) emit(this, 'source-open', source);
    else if (files.length > 0) emit(this, 'styles-add', files);
  }

  protected override updated() {
    this.hidden = this.dragged === null;
  }

  override render() {
    if (!this.dragged) return nothing;
    if (this.dragged === 'video') {
      return html`
        <div class="field over" data-target="source">
          ${filmIcon}<strong>Play this video</strong><span>and paint over it</span>
        </div>
      `;
    }
    const over = (target: string) => (target === this.target ? 'over' : '');
    return html`
      <div class="field ${over('style')}" data-target="style">
        ${frameIcon}<strong>Paint with it</strong><span>a new style of your own</span>
      </div>
      <div class="field ${over('source')}" data-target="source">
        ${pictureIcon}<strong>Paint over it</strong><span>in place of the camera</span>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'file-drop': FileDrop;
  }
}
