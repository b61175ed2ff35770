import {html, LitElement, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {PlainKey} from '../../words/message.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {alertIcon, filmIcon, frameIcon, type Icon, pictureIcon} from '../kit/icons.ts';
import {droppedFiles} from './dropped-files.ts';
import {fileDropStyles} from './file-drop.styles.ts';

/** What a picture is dropped for: to paint with it, or to paint over it. */
export type DropTarget = 'style' | 'source';

/** What is dragged over the page, as far as it can be known before it is dropped. */
type Dragged = 'picture' | 'pictures' | 'mixed' | 'video' | 'link';

/** What the two fields tell is done with what is dragged. */
const HINTS: Record<Exclude<Dragged, 'video' | 'link'>, Record<DropTarget, PlainKey>> = {
  picture: {style: 'drop.style.hint', source: 'drop.source.hint'},
  pictures: {style: 'drop.styles.hint', source: 'drop.first.hint'},
  mixed: {style: 'drop.pictures.hint', source: 'drop.film.hint'},
};

/**
 * Takes pictures and videos that are dropped or pasted anywhere on the page. While something is
 * dragged over it, two fields ask what a picture is for; a video is always something to paint over.
 *
 * @fires files-drop - `detail` is `{files, target}`: all that was dropped, whatever it is; none where
 * there was nothing of use in it
 */
@customElement('file-drop')
export class FileDrop extends LitElement {
  static override styles = [controls, fileDropStyles];

  /** What is dragged over the page, if it can be said anything about. */
  @state() private dragged: Dragged | null = null;
  @state() private target: DropTarget = 'style';
  /** True while something of the page itself is dragged. */
  private dragsOwn = false;

  private readonly listeners = {
    dragstart: () => {
      this.dragsOwn = true;
    },
    dragend: () => {
      this.dragsOwn = false;
    },
    dragover: (event: DragEvent) => this.onDragOver(event),
    dragleave: (event: DragEvent) => {
      if (!event.relatedTarget) this.dragged = null;
    },
    drop: (event: DragEvent) => this.onDrop(event),
    paste: ({clipboardData}: ClipboardEvent) => {
      if (clipboardData?.files.length) void this.take(clipboardData, 'style');
    },
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
    const dragged = this.kindOf(event.dataTransfer);
    if (!dragged) return;
    event.preventDefault();
    this.dragged = dragged;
    // The browser would leave the page for a link.
    if (dragged === 'link' && event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    const field = event
      .composedPath()
      .find((target) => target instanceof HTMLElement && target.dataset['target']);
    this.target =
      (field as HTMLElement | undefined)?.dataset['target'] === 'source' ? 'source' : 'style';
  }

  private onDrop(event: DragEvent) {
    const dragged = this.kindOf(event.dataTransfer);
    if (!dragged || !event.dataTransfer) return;
    event.preventDefault();
    this.dragged = null;
    void this.take(event.dataTransfer, dragged === 'video' ? 'source' : this.target);
    this.target = 'style';
  }

  private async take(data: DataTransfer, target: DropTarget) {
    emit(this, 'files-drop', {files: await droppedFiles(data), target});
  }

  private kindOf(data: DataTransfer | null): Dragged | null {
    const files = [...(data?.items ?? [])].filter(({kind}) => kind === 'file');
    const films = files.filter(({type}) => type.startsWith('video/'));
    if (files.length === 0) {
      return data?.types.includes('text/uri-list') && !this.dragsOwn ? 'link' : null;
    }
    if (films.length === files.length) return 'video';
    if (films.length > 0) return 'mixed';
    return files.length > 1 ? 'pictures' : 'picture';
  }

  protected override updated() {
    this.hidden = this.dragged === null;
  }

  override render() {
    const {dragged, target} = this;
    if (!dragged) return nothing;
    if (dragged === 'video') {
      return renderField('source', true, filmIcon, 'drop.video', 'drop.video.hint');
    }
    if (dragged === 'link') {
      return renderField('none', false, alertIcon, 'drop.link', 'drop.link.hint');
    }
    const hints = HINTS[dragged];
    return html`
      ${renderField('style', target === 'style', frameIcon, 'drop.style', hints.style)}
      ${renderField('source', target === 'source', pictureIcon, 'drop.source', hints.source)}
    `;
  }
}

function renderField(
  target: DropTarget | 'none',
  over: boolean,
  icon: Icon,
  label: PlainKey,
  hint: PlainKey,
) {
  return html`
    <div class="field ${over ? 'over' : ''}" data-target=${target}>
      ${icon}<strong>${say(label)}</strong><span>${say(hint)}</span>
    </div>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'file-drop': FileDrop;
  }
  interface HTMLElementEventMap {
    'files-drop': CustomEvent<{files: readonly File[]; target: DropTarget}>;
  }
}
