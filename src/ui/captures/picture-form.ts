import {html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {
  paintedSize,
  PICTURE_SIDES,
  type PictureAbout,
  type PictureChoice,
  sizeOfSide,
  USUAL_PICTURE,
} from '../../app/exports/picture-choice.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {selectField} from '../kit/select-field.ts';
import {exportForm} from './export-form.styles.ts';
import {pictureFields} from './picture-fields.ts';

/** So many times as large as what is painted on the stage. */
const TIMES = [2, 4] as const;

/**
 * A picture that is to be painted of what is on the stage: how large, with which strokes, and how it is saved.
 *
 * @fires close-sheet - it has begun
 */
@customElement('picture-form')
export class PictureForm extends PanelElement {
  static override styles = [controls, fields, exportForm];

  /** Undefined until it is known; null where there is nothing on the stage. */
  @state() private about: PictureAbout | null | undefined;
  @state() private choice: PictureChoice = USUAL_PICTURE;

  override connectedCallback() {
    super.connectedCallback();
    void this.actions.withExports(async ({pictures}) => {
      this.about = (await pictures.describe()) ?? null;
    });
  }

  private onStart(event: Event) {
    event.preventDefault();
    emit(this, 'close-sheet');
    void this.actions.withExports(({pictures}) => pictures.paint(this.choice));
  }

  override render() {
    const {about} = this;
    if (about === undefined) return nothing;
    if (about === null) return html`<p class="soft">${say('picture.nothing')}</p>`;
    return html`
      <form class="choices" @submit=${this.onStart}>
        <p class="soft wide">${this.renderAbout(about)}</p>
        ${this.renderSize(about)}
        ${pictureFields(this.choice, (change) => (this.choice = {...this.choice, ...change}))}
        <p class="soft wide">${this.renderHint(about)} ${say('picture.hint')}</p>
        <button type="submit" class="primary">${say('picture.start')}</button>
      </form>
    `;
  }

  private renderAbout({full}: PictureAbout) {
    const {source, view} = this.state;
    if (source.kind === 'image') return say('picture.about.still', full);
    if (view.frozen) return say('picture.about.held', full);
    return say(source.kind === 'camera' ? 'picture.about.camera' : 'picture.about.frame', full);
  }

  private renderSize({full, stage}: PictureAbout) {
    const own = {value: 0, label: say('picture.size.same', full)};
    const stageSide = Math.max(stage.width, stage.height);
    const others = [
      ...TIMES.map((times) => {
        const size = sizeOfSide(full, times * stageSide);
        return {value: times * stageSide, label: say('picture.size.stage', {times, ...size})};
      }),
      ...PICTURE_SIDES.map((side) => ({
        value: side,
        label: say('picture.size.side', sizeOfSide(full, side)),
      })),
    ];
    const fullSide = Math.max(full.width, full.height);
    const sizes = others
      .toSorted((one, other) => one.value - other.value)
      .filter(({value}, index, all) => value !== fullSide && value !== all[index - 1]?.value);
    return selectField(
      say('picture.size'),
      [own, ...sizes],
      this.choice.side ?? 0,
      (side) => (this.choice = {...this.choice, side: side || undefined}),
    );
  }

  private renderHint({full, stage}: PictureAbout) {
    const {side, strokes} = this.choice;
    const size = sizeOfSide(full, side);
    const painted = paintedSize(size, strokes, stage);
    if (strokes !== 'finest' && painted === size) return say('picture.strokes.hint.same');
    const times = Math.min(size.width, size.height) / Math.min(stage.width, stage.height);
    if (strokes === 'finer') return say('picture.strokes.hint.finer', painted);
    if (strokes === 'stage') return say('picture.strokes.hint.stage');
    return say('picture.strokes.hint.finest', {times: times.toFixed(1)});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'picture-form': PictureForm;
  }
}
