import {css, html, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import {
  PICTURE_SIDES,
  type PictureChoice,
  USUAL_PICTURE,
} from '../../app/exports/picture-choice.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {folderIcon, pictureIcon} from '../kit/icons.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {selectField} from '../kit/select-field.ts';
import {exportForm} from './export-form.styles.ts';
import {pictureFields} from './picture-fields.ts';

/** What the file system of the browser may offer. */
type FolderPicker = {
  showDirectoryPicker?(options: {mode: 'readwrite'}): Promise<FileSystemDirectoryHandle>;
};

/** So many become clips, each for itself. */
const MOST_CLIPS = 3;

/**
 * Pictures that are to be painted: which, how large, with which strokes, how they are saved, and where.
 *
 * @fires close-sheet - it has begun
 */
@customElement('pictures-form')
export class PicturesForm extends PanelElement {
  static override styles = [
    controls,
    fields,
    exportForm,
    css`
      .pickers {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
      }
      .pickers button {
        flex: 1 1 auto;
      }
    `,
  ];

  @state() private files: readonly File[] = [];
  /** Whether a folder without pictures was chosen. */
  @state() private isEmpty = false;
  @state() private choice: PictureChoice = {...USUAL_PICTURE, format: 'jpeg'};
  @state() private intoFolder = false;

  @query('.files') private filesInput!: HTMLInputElement;
  @query('.folder') private folderInput!: HTMLInputElement;

  private onFiles(event: Event) {
    const input = event.target as HTMLInputElement;
    const isFolder = input === this.folderInput;
    const chosen = [...(input.files ?? [])];
    input.value = '';
    if (chosen.length === 0 && !isFolder) return;
    // A folder holds other files, too; what a person has picked is for the reader to say.
    this.files = isFolder ? chosen.filter(({type}) => type.startsWith('image/')) : chosen;
    this.isEmpty = this.files.length === 0;
  }

  private onStart(event: Event) {
    event.preventDefault();
    const {files, choice, intoFolder} = this;
    void this.actions.withExports(async ({pictures}) => {
      const into = intoFolder ? await pickFolder() : undefined;
      emit(this, 'close-sheet');
      await pictures.paintAll(files, {...choice, into});
    });
  }

  override render() {
    const {files} = this;
    const count = files.length;
    return html`
      <form class="choices" @submit=${this.onStart}>
        <p class="soft wide">${this.renderAbout(count)}</p>
        <div class="pickers wide">
          ${this.renderPicker(this.pickFiles, count > 0 ? 'pictures.another' : 'pictures.files')}
          ${
            'webkitdirectory' in HTMLInputElement.prototype
              ? this.renderPicker(this.pickFromFolder, 'pictures.folder')
              : nothing
          }
        </div>
        <input
          class="files"
          type="file"
          hidden
          multiple
          accept="image/*"
          aria-label=${say('pictures.files')}
          @change=${this.onFiles}
        />
        <input
          class="folder"
          type="file"
          hidden
          webkitdirectory
          aria-label=${say('pictures.folder')}
          @change=${this.onFiles}
        />
        ${count > 0 ? this.renderChoices(count) : nothing}
      </form>
    `;
  }

  private renderAbout(count: number) {
    const bytes = {bytes: this.files.reduce((sum, {size}) => sum + size, 0)};
    if (count > 1) return say('pictures.about', {count, bytes});
    if (count === 1) return say('pictures.about.one', {bytes});
    return say(this.isEmpty ? 'pictures.none' : 'pictures.hint');
  }

  private readonly pickFiles = () => {
    this.filesInput.click();
  };

  private readonly pickFromFolder = () => {
    this.folderInput.click();
  };

  private renderPicker(
    pick: () => void,
    label: 'pictures.files' | 'pictures.another' | 'pictures.folder',
  ) {
    const isFirst = this.files.length === 0 && label === 'pictures.files';
    return html`
      <button type="button" class=${isFirst ? 'primary' : ''} @click=${pick}>
        ${label === 'pictures.folder' ? folderIcon : pictureIcon} ${say(label)}
      </button>
    `;
  }

  private renderChoices(count: number) {
    const {choice} = this;
    return html`
      ${selectField(
        say('pictures.size'),
        [
          {value: 0, label: say('pictures.size.same')},
          ...PICTURE_SIDES.map((side) => ({value: side, label: say('pictures.size.side', {side})})),
        ],
        choice.side ?? 0,
        (side) => (this.choice = {...choice, side: side || undefined}),
      )}
      ${pictureFields(choice, (change) => (this.choice = {...choice, ...change}))}
      ${this.renderTarget(count)}
      <button type="submit" class="primary">
        ${count === 1 ? say('picture.start') : say('pictures.start', {count})}
      </button>
    `;
  }

  private renderTarget(count: number) {
    if (!('showDirectoryPicker' in window)) return nothing;
    const asClips = count > MOST_CLIPS ? 'pictures.into.zip' : 'pictures.into.clips';
    return selectField(
      say('pictures.into'),
      [
        {value: false, label: say(asClips)},
        {value: true, label: say('pictures.into.folder')},
      ],
      this.intoFolder,
      (intoFolder) => (this.intoFolder = intoFolder),
    );
  }
}

/** Asks where pictures go; throws an `AbortError` where the person thinks better of it. */
async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  return (window as FolderPicker).showDirectoryPicker?.({mode: 'readwrite'});
}

declare global {
  interface HTMLElementTagNameMap {
    'pictures-form': PicturesForm;
  }
}
