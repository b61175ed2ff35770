import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {SoundOrigin} from '../../app/sound/sound.ts';
import {
  SILENCE,
  SOUND_BANDS,
  SOUND_TARGETS,
  type SoundBand,
  type SoundChoice,
  type SoundState,
  type SoundTarget,
} from '../../app/sound/sound-state.ts';
import {say} from '../../words/say.ts';
import {choiceRow, choiceRowStyles} from '../kit/choice-row.ts';
import {controls} from '../kit/controls.styles.ts';
import {cssValues} from '../kit/css-values.ts';
import {emit} from '../kit/emit.ts';
import {ranges} from '../kit/range.styles.ts';
import {sliderRow} from '../kit/slider-row.ts';
import {lookRow} from './look-row.styles.ts';

/** What a person does about sound. */
export type SoundCommand =
  {do: 'start'; from: SoundOrigin} | {do: 'stop'} | {do: 'choose'; choice: Partial<SoundChoice>};

const ORIGINS = ['microphone', 'source'] as const;

/**
 * Has a sound drive the look: what of it, what it drives, and how far.
 *
 * @fires sound - `detail` is what to do
 */
@customElement('sound-panel')
export class SoundPanel extends LitElement {
  static override styles = [
    controls,
    lookRow,
    ranges,
    choiceRowStyles,
    css`
      p {
        margin: 4px 0;
        color: var(--text-soft);
        font-size: 13px;
        text-wrap: pretty;
      }
      .listen {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 12px;
        padding: 4px 0;
      }
      .listen button {
        min-height: 36px;
        font-size: 13px;
      }
      .origins {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .origins button {
        min-height: 36px;
        font-size: 13px;
      }
      .meter {
        height: 6px;
        border-radius: 3px;
        background: linear-gradient(
          to right,
          var(--accent) calc(var(--level) * 100%),
          var(--raised) calc(var(--level) * 100%)
        );
      }
    `,
  ];

  @property({attribute: false}) sound: SoundState = SILENCE;
  /** How many styles the look mixes: of one there is no mix to drive. */
  @property({type: Number}) styleCount = 1;

  private tell(command: SoundCommand) {
    emit(this, 'sound', command);
  }

  private choose(choice: Partial<SoundChoice>) {
    this.tell({do: 'choose', choice});
  }

  override render() {
    const {phase, band, target, depth, level} = this.sound;
    if (phase !== 'on') return this.renderOff();
    const named = <Name extends SoundBand | SoundTarget>(names: readonly Name[]) =>
      names.map((value) => ({value, label: say(`sound.${value}`)}));
    return html`
      <div class="listen">
        <button type="button" @click=${() => this.tell({do: 'stop'})}>${say('sound.stop')}</button>
        <div class="meter" aria-hidden="true" ${cssValues({'--level': level})}></div>
      </div>
      ${choiceRow(say('sound.hears'), named(SOUND_BANDS), band, SILENCE.band, (chosen) => {
        this.choose({band: chosen});
      })}
      ${choiceRow(say('sound.drives'), named(SOUND_TARGETS), target, SILENCE.target, (chosen) => {
        this.choose({target: chosen});
      })}
      ${sliderRow({
        label: say('sound.depth'),
        value: depth,
        most: 1,
        usual: SILENCE.depth,
        onChange: (value) => this.choose({depth: value}),
      })}
      ${target === 'mix' && this.styleCount < 2 ? html`<p>${say('sound.no-mix')}</p>` : nothing}
    `;
  }

  private renderOff() {
    const {phase} = this.sound;
    const isFault = phase === 'denied' || phase === 'unsupported';
    return html`
      <p role=${isFault ? 'alert' : nothing}>${say(isFault ? `sound.${phase}` : 'sound.hint')}</p>
      ${
        phase === 'unsupported'
          ? nothing
          : html`
              <div class="origins">
                ${ORIGINS.map(
                  (from) => html`
                    <button
                      type="button"
                      ?disabled=${phase === 'asking'}
                      @click=${() => this.tell({do: 'start', from})}
                    >
                      ${say(`sound.start.${from}`)}
                    </button>
                  `,
                )}
              </div>
            `
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sound-panel': SoundPanel;
  }
  interface HTMLElementEventMap {
    sound: CustomEvent<SoundCommand>;
  }
}
