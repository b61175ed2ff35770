import {css, html, LitElement, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Cue, CuesState} from '../../app/cues/cues-state.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {fields} from '../kit/fields.styles.ts';
import {binIcon, downloadIcon, plusIcon, uploadIcon} from '../kit/icons.ts';

/** What a person does about cues. */
export type CueCommand =
  | {do: 'keep' | 'save'}
  | {do: 'recall'; place: number}
  | {do: 'change'; id: string; change: Partial<Pick<Cue, 'name' | 'fadeMs'>>}
  | {do: 'move'; id: string; by: 1 | -1}
  | {do: 'remove'; id: string}
  | {do: 'open'; file: File}
  | {do: 'autopilot'; seconds: number | null};

/** In what times a cue can come in, and how often the autopilot can go on, in seconds. */
const FADES = [0, 0.5, 1, 2, 4, 8];
const PERIODS = [5, 10, 20, 60, 300];

/**
 * Looks that are kept to come back to, and what can be done about them.
 *
 * @fires cue - `detail` is what to do
 */
@customElement('cue-list')
export class CueList extends LitElement {
  static override styles = [
    controls,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        container-type: inline-size;
        gap: 8px;
        padding: 4px 0 8px;
      }
      .strip {
        display: flex;
        gap: 8px;
        padding: 3px;
        margin: -3px;
        overflow: auto hidden;
        scrollbar-width: thin;
      }
      .strip button {
        position: relative;
        flex: none;
        width: 76px;
        height: 58px;
        padding: 0;
        border-radius: var(--radius-small);
        overflow: hidden;
      }
      .strip button[aria-current='true'] {
        box-shadow:
          0 0 0 2px var(--ground),
          0 0 0 4px var(--accent);
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .number {
        position: absolute;
        left: 4px;
        bottom: 4px;
        min-width: 18px;
        padding: 0 5px;
        border-radius: 999px;
        background: var(--glass);
        font-size: 12px;
        line-height: 18px;
      }
      .line {
        display: flex;
        align-items: center;
        gap: 6px;
        font-size: 13px;
      }
      .line :is(input, select) {
        min-height: 36px;
        font-size: 14px;
      }
      .line button {
        flex: none;
        min-width: 36px;
        min-height: 36px;
      }
      .line select {
        width: auto;
        padding-left: 10px;
      }
      .push {
        flex: 1;
      }
      .hint {
        margin: 0;
        color: var(--text-soft);
        font-size: 13px;
        text-wrap: pretty;
      }
      /* Beside a phone that lies, names have a row of their own. */
      @container (width < 300px) {
        .line {
          flex-wrap: wrap;
        }
        .line input {
          flex: 1 1 100%;
        }
      }
      @media (pointer: coarse) {
        /* Smaller text makes phones zoom in on the field. */
        .line :is(input, select) {
          font-size: 16px;
        }
      }
    `,
  ];

  @property({attribute: false}) cues: CuesState = {list: [], current: null, autopilot: null};

  @query('input[type=file]') private fileInput!: HTMLInputElement;

  private tell(command: CueCommand) {
    emit(this, 'cue', command);
  }

  private onFile() {
    const [file] = this.fileInput.files ?? [];
    this.fileInput.value = '';
    if (file) this.tell({do: 'open', file});
  }

  override render() {
    const {list, current} = this.cues;
    const chosen = list.find(({id}) => id === current);
    return html`
      <div class="strip">
        <button
          type="button"
          aria-label=${say('cues.keep')}
          title=${say('cues.keep')}
          @click=${() => this.tell({do: 'keep'})}
        >
          ${plusIcon}
        </button>
        ${repeat(
          list,
          ({id}) => id,
          (cue, place) => this.renderCue(cue, place),
        )}
      </div>
      ${list.length === 0 ? html`<p class="hint">${say('cues.hint')}</p>` : nothing}
      ${chosen ? this.renderChosen(chosen) : nothing} ${this.renderFoot()}
    `;
  }

  private renderCue({id, name, thumbnail}: Cue, place: number) {
    const label = say('cues.recall', {number: place + 1, name});
    return html`
      <button
        type="button"
        aria-current=${id === this.cues.current}
        aria-label=${label}
        title=${label}
        @click=${() => this.tell({do: 'recall', place})}
      >
        ${thumbnail ? html`<img src=${thumbnail} alt="" />` : nothing}
        <span class="number">${place + 1}</span>
      </button>
    `;
  }

  private renderChosen({id, name, fadeMs}: Cue) {
    const act = (label: string, icon: unknown, command: CueCommand) => html`
      <button
        type="button"
        class="icon plain"
        aria-label=${label}
        title=${label}
        @click=${() => this.tell(command)}
      >
        ${icon}
      </button>
    `;
    return html`
      <div class="line">
        <input
          aria-label=${say('cues.name')}
          maxlength="60"
          .value=${name}
          @change=${(event: Event) => {
            const {value} = event.target as HTMLInputElement;
            this.tell({do: 'change', id, change: {name: value}});
          }}
        />
        <select
          aria-label=${say('cues.fade')}
          title=${say('cues.fade')}
          @change=${(event: Event) => {
            const seconds = Number((event.target as HTMLSelectElement).value);
            this.tell({do: 'change', id, change: {fadeMs: 1000 * seconds}});
          }}
        >
          ${FADES.map(
            (seconds) => html`
              <option value=${seconds} .selected=${1000 * seconds === fadeMs}>
                ${seconds === 0 ? say('cues.fade.at-once') : say('cues.fade.seconds', {seconds})}
              </option>
            `,
          )}
        </select>
        ${act(say('cues.earlier'), '←', {do: 'move', id, by: -1})}
        ${act(say('cues.later'), '→', {do: 'move', id, by: 1})}
        ${act(say('cues.remove', {name}), binIcon, {do: 'remove', id})}
      </div>
    `;
  }

  private renderFoot() {
    const {list, autopilot} = this.cues;
    return html`
      <div class="line">
        <label for="autopilot">${say('cues.autopilot')}</label>
        <select
          id="autopilot"
          @change=${(event: Event) => {
            const {value} = event.target as HTMLSelectElement;
            this.tell({do: 'autopilot', seconds: value === '' ? null : Number(value)});
          }}
        >
          <option value="" .selected=${autopilot === null}>${say('cues.autopilot.off')}</option>
          ${[...new Set([...PERIODS, ...(autopilot === null ? [] : [autopilot])])].map(
            (seconds) => html`
              <option value=${seconds} .selected=${seconds === autopilot}>
                ${say('cues.autopilot.every', {seconds})}
              </option>
            `,
          )}
        </select>
        <span class="push"></span>
        <button
          type="button"
          class="icon plain"
          aria-label=${say('cues.save')}
          title=${say('cues.save')}
          ?disabled=${list.length === 0}
          @click=${() => this.tell({do: 'save'})}
        >
          ${downloadIcon}
        </button>
        <button
          type="button"
          class="icon plain"
          aria-label=${say('cues.open')}
          title=${say('cues.open')}
          @click=${() => this.fileInput.click()}
        >
          ${uploadIcon}
        </button>
        <input
          type="file"
          hidden
          accept=".json,application/json"
          aria-label=${say('cues.file')}
          @change=${this.onFile}
        />
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cue-list': CueList;
  }
  interface HTMLElementEventMap {
    cue: CustomEvent<CueCommand>;
  }
}
