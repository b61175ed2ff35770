import './loop-preview.ts';
import {html, nothing} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {Clip} from '../../app/captures/captures-state.ts';
import {type LoopChoice, type LoopKind, USUAL_LOOP} from '../../app/exports/loop-choice.ts';
import type {LoopReel} from '../../app/exports/loop-reel.ts';
import {messageOf} from '../../app/notices/message-of.ts';
import type {Message} from '../../words/message.ts';
import {say, sentence} from '../../words/say.ts';
import {choiceRow, choiceRowStyles} from '../kit/choice-row.ts';
import {controls} from '../kit/controls.styles.ts';
import {cssValues} from '../kit/css-values.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {ranges} from '../kit/range.styles.ts';
import {switches} from '../kit/switch.styles.ts';
import {lookRow} from '../look/look-row.styles.ts';
import {loopFormStyles} from './loop-form.styles.ts';

const MANNERS = ['back-and-forth', 'flowing', 'as-it-is'] as const;
const SIZES = ['small', 'medium'] as const;

/** How long a loop can be, in seconds. */
const [SHORTEST, LONGEST] = [2, 6];

/**
 * What can be set about a loop, beside the loop as it will be. It films while it is on the page.
 *
 * @fires close-sheet - the loop is being made
 */
@customElement('loop-form')
export class LoopForm extends PanelElement {
  static override styles = [
    controls,
    lookRow,
    ranges,
    choiceRowStyles,
    switches,
    fields,
    loopFormStyles,
  ];

  @state() private choice = USUAL_LOOP;
  @state() private kinds: readonly LoopKind[] = [USUAL_LOOP.kind];
  @state() private reel: LoopReel | null = null;
  /** The id of the clip it is made of; null for what is shown now. */
  @state() private clip: string | null = null;
  @state() private problem: Message | null = null;
  @state() private isReady = false;

  /** Counts what was asked for: the newest counts. */
  private asked = 0;

  override connectedCallback() {
    super.connectedCallback();
    void this.open(null);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.asked++;
    this.takeReel()?.dispose();
  }

  private async open(clip: string | null) {
    const asked = ++this.asked;
    this.takeReel()?.dispose();
    this.clip = clip;
    this.problem = null;
    await this.actions.withExports(async (exports) => {
      const loops = await exports.loops();
      try {
        this.kinds = await loops.kinds();
        const reel = await (clip === null ? loops.film() : loops.read(clip));
        if (asked === this.asked) this.reel = reel;
        else reel.dispose();
      } catch (error) {
        if (asked === this.asked) this.problem = messageOf(error);
      }
    });
  }

  /** The reel, which is given away. */
  private takeReel(): LoopReel | null {
    const {reel} = this;
    this.reel = null;
    return reel;
  }

  private make() {
    const {choice} = this;
    const reel = this.takeReel();
    if (!reel) return;
    void this.actions.withExports(async ({loops}) => (await loops()).make(reel, choice));
    emit(this, 'close-sheet');
  }

  private change(change: Partial<LoopChoice>) {
    this.choice = {...this.choice, ...change};
  }

  override render() {
    const {choice, kinds} = this;
    const {manner, kind, size} = choice;
    const manners = MANNERS.map((value) => ({value, label: say(`loops.manner.${value}`)}));
    const files = kinds.map((value) => ({value, label: say(`loops.kind.${value}`)}));
    const sizes = SIZES.map((value) => ({value, label: say(`loops.size.${value}`)}));
    return html`
      <loop-preview
        .reel=${this.reel}
        .choice=${choice}
        @loop-ready=${({detail}: CustomEvent<boolean>) => (this.isReady = detail)}
      ></loop-preview>
      <div>
        ${this.problem ? html`<p role="alert">${sentence(this.problem)}</p>` : nothing}
        ${this.renderClips()} ${this.renderLength()}
        ${choiceRow(say('loops.manner'), manners, manner, USUAL_LOOP.manner, (chosen) => {
          this.change({manner: chosen});
        })}
        <p class="hint">${say(`loops.manner.hint.${manner}`)}</p>
        ${choiceRow(say('loops.kind'), files, kind, USUAL_LOOP.kind, (chosen) => {
          this.change({kind: chosen});
        })}
        <p class="hint">${say(`loops.kind.hint.${kind}`)}</p>
        ${choiceRow(say('loops.size'), sizes, size, USUAL_LOOP.size, (chosen) => {
          this.change({size: chosen});
        })}
        ${kind === 'gif' ? this.renderGrain() : nothing}
        <div class="end">
          <button
            type="button"
            class="primary"
            ?disabled=${!this.reel || !this.isReady}
            @click=${this.make}
          >
            ${say('loops.make')}
          </button>
        </div>
      </div>
    `;
  }

  private renderClips() {
    const clips = this.state.captures.clips.filter((clip: Clip) => clip.kind === 'video');
    if (clips.length === 0) return nothing;
    return html`
      <label class="row">
        ${say('loops.of')}
        <select
          @change=${(event: Event) => {
            const {value} = event.target as HTMLSelectElement;
            void this.open(value === '' ? null : value);
          }}
        >
          <option value="" .selected=${this.clip === null}>${say('loops.of.stage')}</option>
          ${clips.map(
            ({id, name}) => html`
              <option value=${id} .selected=${id === this.clip}>${name}</option>
            `,
          )}
        </select>
      </label>
    `;
  }

  private renderLength() {
    const {seconds} = this.choice;
    return html`
      <label class="row length">
        ${say('loops.length')}
        <input
          type="range"
          min=${SHORTEST}
          max=${LONGEST}
          step="0.5"
          aria-valuetext=${say('loops.seconds.spoken', {seconds})}
          ${cssValues({'--part': (seconds - SHORTEST) / (LONGEST - SHORTEST)})}
          .value=${String(seconds)}
          @input=${(event: Event) => {
            this.change({seconds: (event.target as HTMLInputElement).valueAsNumber});
          }}
          @dblclick=${() => this.change({seconds: USUAL_LOOP.seconds})}
        />
        <span class="value" aria-hidden="true">${say('loops.seconds', {seconds})}</span>
      </label>
    `;
  }

  private renderGrain() {
    return html`
      <label class="row grain">
        ${say('loops.dithers')}
        <input
          type="checkbox"
          class="switch"
          .checked=${this.choice.dithers}
          @change=${(event: Event) => {
            this.change({dithers: (event.target as HTMLInputElement).checked});
          }}
        />
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-form': LoopForm;
  }
}
