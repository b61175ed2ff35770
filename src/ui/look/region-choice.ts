import './brush-panel.ts';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {ALPHA_RANGE} from '../../app/look/alpha-key.ts';
import {MOST_FEATHER, USUAL_EDGE} from '../../app/look/edge-key.ts';
import type {Look} from '../../app/look/look-table.ts';
import {NOT_PAINTED} from '../../app/look/painted-key.ts';
import {AS_LOOK, type RegionCover} from '../../app/look/region-key.ts';
import {presetOf, REGION_PRESETS, regionPresets} from '../../app/regions/region-presets.ts';
import {type RegionsState, WHOLE_PICTURE} from '../../app/regions/regions-state.ts';
import type {StyleEntry} from '../../app/styles/styles-state.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {cssValues} from '../kit/css-values.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {ranges} from '../kit/range.styles.ts';
import {sliderRow} from '../kit/slider-row.ts';
import {buttonRow} from './button-row.styles.ts';
import {lookRow} from './look-row.styles.ts';

/** What of the look says where what is painted. */
export type RegionLook = Pick<Look, 'person' | 'background' | 'edge' | 'painted'>;

type Region = 'person' | 'background' | 'red' | 'green';

const COVERS = ['look', 'style', 'frame', 'blur', 'colour', 'none'] as const;

/** A wall that all that is keyed out is put before. */
const FIRST_COLOUR = '#00b140';

/**
 * Sets what covers persons, and what is behind them: by what most people want, or each by itself.
 *
 * @fires region-change - `detail` is what of the look is to change
 * @fires hand - see `<brush-panel>`
 */
@customElement('region-choice')
export class RegionChoice extends LitElement {
  static override styles = [
    controls,
    fields,
    lookRow,
    ranges,
    buttonRow,
    css`
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
        float: left;
        padding: 0;
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
      <div class="buttons" role="group" aria-label=${say('regions.presets')}>
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
    const {mask, red, green} = this.painted;
    return html`
      <brush-panel .hand=${this.regions.hand} .painted=${mask !== ''}></brush-panel>
      ${mask ? [this.renderRegion('red', red), this.renderRegion('green', green)] : nothing}
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
      sliderRow({
        label: say(`regions.${of}`),
        value: this.edge[of],
        most,
        usual: USUAL_EDGE[of],
        onChange: (value) => this.change({edge: {...this.edge, [of]: value}}),
      });
    return html`${slider('threshold', 1)}${slider('feather', MOST_FEATHER)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'region-choice': RegionChoice;
  }
  interface HTMLElementEventMap {
    'region-change': CustomEvent<Partial<RegionLook>>;
  }
}
