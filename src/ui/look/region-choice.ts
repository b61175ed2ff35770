import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {ALPHA_RANGE} from '../../app/look/alpha-key.ts';
import {MOST_FEATHER, USUAL_EDGE} from '../../app/look/edge-key.ts';
import type {Look} from '../../app/look/look-table.ts';
import {NOT_PAINTED} from '../../app/look/painted-key.ts';
import {AS_LOOK, type RegionCover} from '../../app/look/region-key.ts';
import type {Brush} from '../../app/regions/mask-painter.ts';
import {presetOf, REGION_PRESETS, regionPresets} from '../../app/regions/region-presets.ts';
import {type RegionsState, USUAL_BRUSH, WHOLE_PICTURE} from '../../app/regions/regions-state.ts';
import type {StyleEntry} from '../../app/styles/styles-state.ts';
import type {PlainKey} from '../../words/message.ts';
import {say} from '../../words/say.ts';
import {choiceRow, choiceRowStyles} from '../kit/choice-row.ts';
import {controls} from '../kit/controls.styles.ts';
import {cssValues} from '../kit/css-values.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {ranges} from '../kit/range.styles.ts';
import {lookRow} from './look-row.styles.ts';

/** What of the look says where what is painted. */
export type RegionLook = Pick<Look, 'person' | 'background' | 'edge' | 'painted'>;

/** What a person does about regions that are painted by hand. */
export type HandCommand =
  | {do: 'take'; isTaken: boolean}
  | {do: 'choose'; change: Partial<Brush>}
  | {do: 'invert' | 'clear' | 'undo'};

type Region = 'person' | 'background' | 'red' | 'green';

const BRUSHES = ['red', 'green', 'nothing'] as const;

/** The largest brush, of the frame's shorter side. */
const MOST_SIZE = 0.8;

const COVERS = ['look', 'style', 'frame', 'blur', 'colour', 'none'] as const;

/** A wall that all that is keyed out is put before. */
const FIRST_COLOUR = '#00b140';

/**
 * Sets what covers persons, and what is behind them: by what most people want, or each by itself.
 *
 * @fires region-change - `detail` is what of the look is to change
 * @fires hand - `detail` is what to do about what is painted by hand
 */
@customElement('region-choice')
export class RegionChoice extends LitElement {
  static override styles = [
    controls,
    fields,
    lookRow,
    ranges,
    choiceRowStyles,
    css`
      .presets {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding: 4px 0;
      }
      .presets button {
        min-width: 0;
        min-height: 36px;
        padding: 0 12px;
        font-size: 13px;
      }
      .presets button[aria-pressed='true'] {
        background: var(--text);
        color: var(--ground);
      }
      .region {
        display: grid;
        grid-template-columns: 6.5em minmax(0, 1fr);
        align-items: center;
        gap: 0 12px;
        margin: 0;
        padding: 2px 0;
        border: 0;
        font-size: 14px;
      }
      .region legend {
        font-weight: 550;
      }
      select {
        min-height: 36px;
        font-size: 14px;
      }
      .region > .more {
        grid-column: 2;
        display: grid;
        gap: 4px;
        padding-top: 4px;
      }
      .region > .more:empty {
        display: none;
      }
      .share {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 3.2em;
        align-items: center;
        gap: 10px;
        height: 36px;
      }
      output {
        color: var(--text-soft);
        font-size: 13px;
        font-variant-numeric: tabular-nums;
        text-align: right;
      }
      input[type='color'] {
        width: 100%;
        height: 36px;
        padding: 3px;
        border: 0;
        border-radius: var(--radius-small);
        background: var(--raised);
      }
      p {
        margin: 2px 0 6px;
        color: var(--text-soft);
        font-size: 13px;
        text-wrap: pretty;
      }
      @media (pointer: coarse) {
        /* Smaller text makes phones zoom in on the field. */
        select {
          min-height: 44px;
          font-size: 16px;
        }
      }
    `,
  ];

  @property({attribute: false}) person: RegionCover = AS_LOOK;
  @property({attribute: false}) background: RegionCover = AS_LOOK;
  @property({attribute: false}) painted: Look['painted'] = NOT_PAINTED;
  @property({attribute: false}) edge: Look['edge'] = USUAL_EDGE;
  /** The strength of the look, which covers without one of their own have. */
  @property({type: Number}) alpha = 1;
  /** The styles that a region can be painted in. */
  @property({attribute: false}) entries: readonly StyleEntry[] = [];
  @property({attribute: false}) regions: RegionsState = WHOLE_PICTURE;

  private change(change: Partial<RegionLook>) {
    emit(this, 'region-change', change);
  }

  private cover(region: Region, cover: RegionCover) {
    if (region === 'person') this.change({person: cover});
    else if (region === 'background') this.change({background: cover});
    else this.change({painted: {...this.painted, [region]: cover}});
  }

  private tell(command: HandCommand) {
    emit(this, 'hand', command);
  }

  /** What is chosen by name, with what it wants of its own. */
  private coverBy(by: RegionCover['by']): RegionCover {
    switch (by) {
      case 'style':
        return {by, id: this.entries[0]?.id ?? ''};
      case 'colour':
        return {by, colour: FIRST_COLOUR};
      default:
        return {by};
    }
  }

  override render() {
    const preset = presetOf(this);
    return html`
      <div class="presets" role="group" aria-label=${say('regions.presets')}>
        ${regionPresets.map(
          (name) => html`
            <button
              type="button"
              aria-pressed=${name === preset}
              @click=${() => this.change(REGION_PRESETS[name])}
            >
              ${say(`regions.preset.${name}`)}
            </button>
          `,
        )}
      </div>
      ${this.regions.hand.isTaken ? nothing : this.renderPersons()} ${this.renderHand()}
    `;
  }

  private renderPersons() {
    return html`
      ${this.renderRegion('person', this.person)}
      ${this.renderRegion('background', this.background)}
      ${presetOf(this) === 'whole' ? nothing : this.renderEdge()}
      <p role="status">${this.renderHint()}</p>
    `;
  }

  private renderHand() {
    const {isTaken, brush, canUndo} = this.regions.hand;
    const isPainted = this.painted.mask !== '';
    const paints = BRUSHES.map((value) => ({value, label: say(`brush.${value}`)}));
    const button = (name: 'undo' | 'invert' | 'clear', disabled = false) => html`
      <button type="button" ?disabled=${disabled} @click=${() => this.tell({do: name})}>
        ${say(`brush.${name}`)}
      </button>
    `;
    return html`
      <div class="presets" role="group" aria-label=${say('brush.hand')}>
        <button
          type="button"
          aria-pressed=${isTaken}
          @click=${() => this.tell({do: 'take', isTaken: !isTaken})}
        >
          ${say('brush.take')}
        </button>
        ${isTaken || isPainted ? [button('undo', !canUndo), button('invert'), button('clear', !isPainted)] : nothing}
      </div>
      ${
        isTaken
          ? html`
              ${choiceRow(say('brush.paints'), paints, brush.paints, 'red', (chosen) => {
                this.tell({do: 'choose', change: {paints: chosen}});
              })}
              ${this.renderSlider('brush.size', brush.size, MOST_SIZE, USUAL_BRUSH.size, (size) => {
                this.tell({do: 'choose', change: {size}});
              })}
              ${this.renderSlider(
                'brush.softness',
                brush.softness,
                1,
                USUAL_BRUSH.softness,
                (softness) => {
                  this.tell({do: 'choose', change: {softness}});
                },
              )}
            `
          : nothing
      }
      ${
        isPainted
          ? [
              this.renderRegion('red', this.painted.red),
              this.renderRegion('green', this.painted.green),
            ]
          : nothing
      }
    `;
  }

  private renderHint() {
    const {persons} = this.regions;
    if (presetOf(this) === 'whole') return say('regions.hint');
    return persons === 'found' ? nothing : say(`regions.persons.${persons}`);
  }

  private renderRegion(region: Region, cover: RegionCover) {
    return html`
      <fieldset class="region">
        <legend @dblclick=${() => this.cover(region, AS_LOOK)}>${say(`regions.${region}`)}</legend>
        <select
          aria-label=${say(`regions.${region}`)}
          @change=${(event: Event) =>
            this.cover(region, this.coverBy((event.target as HTMLSelectElement).value as 'look'))}
        >
          ${COVERS.map(
            (by) => html`
              <option value=${by} .selected=${by === cover.by}>${say(`regions.by.${by}`)}</option>
            `,
          )}
        </select>
        <div class="more">${this.renderMore(region, cover)}</div>
      </fieldset>
    `;
  }

  private renderMore(region: Region, cover: RegionCover) {
    switch (cover.by) {
      case 'style':
        return html`
          <select
            aria-label=${say('regions.style-of', {region: say(`regions.${region}`)})}
            @change=${(event: Event) =>
              this.cover(region, {...cover, id: (event.target as HTMLSelectElement).value})}
          >
            ${this.entries.map(
              ({id, title}) => html`
                <option value=${id} .selected=${id === cover.id}>${title}</option>
              `,
            )}
          </select>
          ${this.renderStrength(region, cover)}
        `;
      case 'look':
        return this.renderStrength(region, cover);
      case 'colour':
        return html`
          <input
            type="color"
            aria-label=${say('regions.colour-of', {region: say(`regions.${region}`)})}
            .value=${cover.colour}
            @input=${(event: Event) =>
              this.cover(region, {...cover, colour: (event.target as HTMLInputElement).value})}
          />
        `;
      default:
        return nothing;
    }
  }

  private renderStrength(region: Region, cover: Extract<RegionCover, {by: 'look' | 'style'}>) {
    const percent = Math.round(100 * (cover.alpha ?? this.alpha));
    return html`
      <div class="share">
        <input
          type="range"
          min="0"
          max=${100 * ALPHA_RANGE.max}
          aria-label=${say('regions.strength-of', {region: say(`regions.${region}`)})}
          aria-valuetext=${say('strength.spoken', {percent})}
          ${cssValues({'--part': percent / 100 / ALPHA_RANGE.max})}
          .value=${String(percent)}
          @input=${(event: Event) =>
            this.cover(region, {
              ...cover,
              alpha: (event.target as HTMLInputElement).valueAsNumber / 100,
            })}
          @dblclick=${() => {
            const {alpha: own, ...rest} = cover;
            void own;
            this.cover(region, rest);
          }}
        />
        <output aria-hidden="true">${say('strength.shown', {percent})}</output>
      </div>
    `;
  }

  private renderEdge() {
    const slider = (of: keyof Look['edge'], most: number) =>
      this.renderSlider(`regions.${of}`, this.edge[of], most, USUAL_EDGE[of], (value) => {
        this.change({edge: {...this.edge, [of]: value}});
      });
    return html`${slider('threshold', 1)}${slider('feather', MOST_FEATHER)}`;
  }

  /** A row that sets a value from 0 to `most`; the usual one with a double click. */
  private renderSlider(
    label: PlainKey,
    value: number,
    most: number,
    usual: number,
    onChange: (value: number) => void,
  ) {
    const percent = Math.round((100 * value) / most);
    return html`
      <label class="row">
        ${say(label)}
        <input
          type="range"
          aria-valuetext=${say('strength.spoken', {percent})}
          ${cssValues({'--part': percent / 100})}
          .value=${String(percent)}
          @input=${(event: Event) => {
            onChange((most * (event.target as HTMLInputElement).valueAsNumber) / 100);
          }}
          @dblclick=${() => onChange(usual)}
        />
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'region-choice': RegionChoice;
  }
  interface HTMLElementEventMap {
    hand: CustomEvent<HandCommand>;
    'region-change': CustomEvent<Partial<RegionLook>>;
  }
}
