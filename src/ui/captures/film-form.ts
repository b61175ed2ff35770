import {css, html, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import {
  FILM_SIDES,
  type FilmAbout,
  type FilmChoice,
  filmSize,
} from '../../app/exports/film-choice.ts';
import type {Bitrate} from '../../app/settings/settings-table.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {filmIcon} from '../kit/icons.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {selectField} from '../kit/select-field.ts';
import {exportForm} from './export-form.styles.ts';

/** At which sizes a film can be painted besides the stage's, short side in pixels: at all of its own at most. */
const PAINT_SIDES = {fine: 720, finest: Infinity} as const;

/** What the file system of the browser may offer. */
type FilePicker = {
  showSaveFilePicker?(options: {suggestedName: string}): Promise<FileSystemFileHandle>;
};

/**
 * A film that is to be painted: which, how large, how fine, with which looks, and where it goes.
 *
 * @fires close-sheet - it has begun
 */
@customElement('film-form')
export class FilmForm extends PanelElement {
  static override styles = [
    controls,
    fields,
    exportForm,
    css`
      .film {
        display: grid;
        gap: 2px;
        overflow-wrap: anywhere;
      }
      .cues {
        display: grid;
        grid-column: 1 / -1;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .cues li {
        display: grid;
        grid-template-columns: 56px minmax(0, 1fr) 96px;
        align-items: center;
        gap: 10px;
        font-size: 14px;
      }
      .cues img {
        width: 56px;
        height: 42px;
        object-fit: cover;
        border-radius: var(--radius-small);
      }
    `,
  ];

  @state() private file: File | null = null;
  @state() private about: FilmAbout | null = null;
  @state() private shortSide = 0;
  @state() private strokes: 'stage' | keyof typeof PAINT_SIDES = 'stage';
  @state() private bitrate: Bitrate = 'medium';
  @state() private withCues = false;
  @state() private intoFile = false;
  /** When cues begin, by their ids, in milliseconds; those that were not changed are spread evenly. */
  @state() private starts: ReadonlyMap<string, number> = new Map();

  @query('input[type=file]') private input!: HTMLInputElement;

  override connectedCallback() {
    super.connectedCallback();
    // They come from earlier visits when they are first asked for.
    void this.actions.withCues(() => {
      this.requestUpdate();
    });
    void this.actions.withExports(async ({films}) => {
      const file = films.onStage();
      if (file) await this.take(file);
    });
  }

  private async onFile() {
    const [file] = this.input.files ?? [];
    this.input.value = '';
    if (file) await this.take(file);
  }

  private async take(file: File) {
    await this.actions.withExports(async ({films}) => {
      const about = await films.describe(file);
      this.file = file;
      this.about = about;
      this.shortSide = Math.min(about.width, about.height);
    });
  }

  private get cues() {
    const {list} = this.state.cues;
    const every = (this.about?.durationMs ?? 0) / Math.max(1, list.length);
    return list.map((cue, index) => ({
      cue,
      atMs: this.starts.get(cue.id) ?? Math.round((every * index) / 1000) * 1000,
    }));
  }

  private get paintSide(): number {
    const {width, height} = this.state.stats;
    const side = this.strokes === 'stage' ? Math.min(width, height) : PAINT_SIDES[this.strokes];
    return Math.min(side, this.shortSide);
  }

  private async onStart(event: Event) {
    event.preventDefault();
    const {file} = this;
    if (!file) return;
    const {shortSide, paintSide, bitrate} = this;
    const cues = this.withCues ? this.cues.map(({cue: {id}, atMs}) => ({id, atMs})) : [];
    await this.actions.withExports(async ({films}) => {
      const into = this.intoFile ? await pickFile(file.name) : undefined;
      const choice: FilmChoice = {shortSide, paintSide, bitrate, cues, into};
      emit(this, 'close-sheet');
      await films.paint(file, choice);
    });
  }

  override render() {
    const {file, about} = this;
    return html`
      <form class="choices" @submit=${this.onStart}>
        <div class="film">
          ${
            file && about
              ? html`
                  <strong>${file.name}</strong>
                  <span class="soft">
                    ${say(about.hasSound ? 'film.about' : 'film.about.silent', {
                      length: {ms: about.durationMs},
                      width: about.width,
                      height: about.height,
                    })}
                  </span>
                `
              : html`<p class="soft">${say('film.hint')}</p>`
          }
        </div>
        <button
          type="button"
          class=${about ? '' : 'primary'}
          @click=${() => {
            this.input.click();
          }}
        >
          ${filmIcon} ${say(about ? 'film.another' : 'film.file')}
        </button>
        <input
          type="file"
          hidden
          accept="video/*,.mkv,.mov"
          aria-label=${say('film.file')}
          @change=${this.onFile}
        />
        ${about ? this.renderChoices(about) : nothing}
      </form>
    `;
  }

  private renderChoices(about: FilmAbout) {
    return html`
      ${this.renderSize(about)} ${this.renderStrokes()} ${this.renderQuality()}
      ${this.state.cues.list.length > 1 ? this.renderLook() : nothing}
      ${this.withCues ? this.renderCues() : nothing} ${this.renderTarget()}
      <button type="submit" class="primary">${say('film.start')}</button>
    `;
  }

  private renderSize(about: FilmAbout) {
    const own = Math.min(about.width, about.height);
    const sides = [own, ...FILM_SIDES.filter((side) => side !== own)];
    return selectField(
      say('film.size'),
      sides.map((side) => ({
        value: side,
        label: say(side === own ? 'film.size.same' : 'film.size.other', filmSize(about, side)),
      })),
      this.shortSide,
      (side) => (this.shortSide = side),
    );
  }

  private renderStrokes() {
    return selectField(
      say('film.strokes'),
      (['stage', 'fine', 'finest'] as const).map((value) => ({
        value,
        label: say(`film.strokes.${value}`),
      })),
      this.strokes,
      (strokes) => (this.strokes = strokes),
    );
  }

  private renderQuality() {
    return selectField(
      say('film.quality'),
      (['low', 'medium', 'high'] as const).map((value) => ({
        value,
        label: say(`settings.bitrate.${value}`),
      })),
      this.bitrate,
      (bitrate) => (this.bitrate = bitrate),
    );
  }

  private renderLook() {
    return selectField(
      say('film.look'),
      [
        {value: false, label: say('film.look.now')},
        {value: true, label: say('film.look.cues')},
      ],
      this.withCues,
      (withCues) => (this.withCues = withCues),
    );
  }

  private renderCues() {
    return html`
      <ul class="cues">
        ${this.cues.map(
          ({cue: {id, name, thumbnail}, atMs}) => html`
            <li>
              ${thumbnail ? html`<img src=${thumbnail} alt="" />` : html`<span></span>`}
              <span>${name}</span>
              <input
                type="number"
                min="0"
                step="0.1"
                aria-label=${say('film.cue-at', {name})}
                .value=${String(atMs / 1000)}
                @change=${(event: Event) => {
                  const seconds = (event.target as HTMLInputElement).valueAsNumber;
                  if (seconds >= 0) this.starts = new Map(this.starts).set(id, 1000 * seconds);
                }}
              />
            </li>
          `,
        )}
      </ul>
    `;
  }

  private renderTarget() {
    if (!('showSaveFilePicker' in window)) return nothing;
    return selectField(
      say('film.into'),
      [
        {value: false, label: say('film.into.clips')},
        {value: true, label: say('film.into.file')},
      ],
      this.intoFile,
      (intoFile) => (this.intoFile = intoFile),
    );
  }
}

/** Asks where a film goes; throws an `AbortError` where the person thinks better of it. */
async function pickFile(name: string): Promise<FileSystemFileHandle | undefined> {
  const suggestedName = `${name.replace(/\.[^.]*$/, '')}-pastiche.mp4`;
  return (window as FilePicker).showSaveFilePicker?.({suggestedName});
}

declare global {
  interface HTMLElementTagNameMap {
    'film-form': FilmForm;
  }
}
