import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {FilmChange, FilmState} from '../../app/sources/source-state.ts';
import {formatDuration} from '../../words/format-duration.ts';
import type {PlainKey} from '../../words/message.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {cssValues} from '../kit/css-values.ts';
import {emit} from '../kit/emit.ts';
import {loopIcon, soundIcon, soundOffIcon, stepBackIcon, stepIcon} from '../kit/film-icons.ts';
import {type Icon, pauseIcon, playIcon} from '../kit/icons.ts';
import {ranges} from '../kit/range.styles.ts';

/** What a person does about a film: plays it otherwise, or goes by a frame. */
export type FilmCommand = {set: FilmChange} | {step: 1 | -1};

const RATES = [0.25, 0.5, 1, 1.5, 2] as const;

/**
 * How the film on the stage plays: play, frame by frame, where it is, around its end, how fast, with sound.
 *
 * @fires film-control - `detail` is what to do
 */
@customElement('film-bar')
export class FilmBar extends LitElement {
  static override styles = [
    controls,
    ranges,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 4px;
        padding: 2px 8px;
        border-radius: 18px;
        pointer-events: auto;
      }
      button {
        min-width: 40px;
        min-height: 40px;
      }
      input {
        flex: 1 1 120px;
        min-width: 60px;
      }
      .time {
        padding: 0 6px;
        font-size: 13px;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      select {
        min-height: 36px;
        padding: 0 4px;
        border: none;
        border-radius: 8px;
        background: none;
        color: inherit;
        font: inherit;
        font-size: 14px;
        cursor: pointer;
      }
      option {
        background: var(--surface);
      }
      [aria-pressed='false'] {
        color: var(--text-soft);
      }
    `,
  ];

  @property({attribute: false}) film!: FilmState;

  private set(change: FilmChange) {
    emit(this, 'film-control', {set: change});
  }

  override render() {
    const {playing, timeMs, durationMs, rate, loops, sounds} = this.film;
    const time = {at: {ms: timeMs}, all: {ms: durationMs}};
    return html`
      ${this.renderButton(
        playing ? 'film.pause' : 'film.play',
        playing ? pauseIcon : playIcon,
        () => this.set({playing: !playing}),
      )}
      ${this.renderButton('film.back', stepBackIcon, () => emit(this, 'film-control', {step: -1}))}
      ${this.renderButton('film.next', stepIcon, () => emit(this, 'film-control', {step: 1}))}
      <input
        type="range"
        min="0"
        max=${durationMs}
        step="10"
        aria-label=${say('film.place')}
        aria-valuetext=${say('film.at', time)}
        .value=${String(timeMs)}
        ${cssValues({'--part': durationMs > 0 ? timeMs / durationMs : 0})}
        @input=${(event: Event) => {
          this.set({timeMs: (event.target as HTMLInputElement).valueAsNumber});
        }}
      />
      <span class="time">${formatDuration(timeMs)} / ${formatDuration(durationMs)}</span>
      <select
        aria-label=${say('film.rate')}
        title=${say('film.rate')}
        @change=${(event: Event) => {
          this.set({rate: RATES[(event.target as HTMLSelectElement).selectedIndex] ?? 1});
        }}
      >
        ${RATES.map((value) => html`<option .selected=${value === rate}>${value}×</option>`)}
      </select>
      ${this.renderButton('film.loops', loopIcon, () => this.set({loops: !loops}), loops)}
      ${this.renderButton(
        'film.sounds',
        sounds ? soundIcon : soundOffIcon,
        () => this.set({sounds: !sounds}),
        sounds,
      )}
    `;
  }

  private renderButton(label: PlainKey, icon: Icon, onClick: () => void, pressed?: boolean) {
    return html`
      <button
        type="button"
        class="icon plain"
        aria-label=${say(label)}
        title=${say(label)}
        aria-pressed=${pressed ?? nothing}
        @click=${onClick}
      >
        ${icon}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'film-bar': FilmBar;
  }
  interface HTMLElementEventMap {
    'film-control': CustomEvent<FilmCommand>;
  }
}
