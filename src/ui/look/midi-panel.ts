import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {type MidiState, type MidiTarget, NO_MIDI} from '../../app/midi/midi-state.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {closeIcon} from '../kit/icons.ts';

/** What a person does about controllers. */
export type MidiCommand =
  {do: 'start'} | {do: 'learn'; target: MidiTarget | null} | {do: 'forget'; target: MidiTarget};

const TARGETS: readonly MidiTarget[] = ['strength', 'mix', 'colour'];

/**
 * Controllers that play the app: what is plugged in, and what its knobs are bound to.
 *
 * @fires midi - `detail` is what to do
 */
@customElement('midi-panel')
export class MidiPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 6px;
        padding: 4px 0 8px;
        font-size: 13px;
      }
      p {
        margin: 0;
        color: var(--text-soft);
        text-wrap: pretty;
      }
      .target {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto 32px;
        align-items: center;
        gap: 6px;
        min-height: 40px;
      }
      .bound {
        display: block;
        overflow: hidden;
        color: var(--text-soft);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .target button {
        min-width: 32px;
        min-height: 36px;
        font-size: 13px;
      }
    `,
  ];

  @property({attribute: false}) midi: MidiState = NO_MIDI;

  private tell(command: MidiCommand) {
    emit(this, 'midi', command);
  }

  override render() {
    const {phase, ports} = this.midi;
    if (phase !== 'on') {
      return html`
        <p role=${phase === 'off' ? nothing : 'alert'}>
          ${say(phase === 'off' ? 'midi.hint' : `midi.${phase}`)}
        </p>
        ${
          phase === 'unsupported'
            ? nothing
            : html`
                <button type="button" @click=${() => this.tell({do: 'start'})}>
                  ${say('midi.start')}
                </button>
              `
        }
      `;
    }
    return html`
      <p>${ports.length > 0 ? say('midi.ports', {ports: ports.join(', ')}) : say('midi.none')}</p>
      ${TARGETS.map((target) => this.renderTarget(target))}
    `;
  }

  private renderTarget(target: MidiTarget) {
    const {bindings, learning} = this.midi;
    const bound = bindings[target];
    const isLearning = learning === target;
    const name = say(`midi.${target}`);
    return html`
      <div class="target">
        <span>
          ${name}
          <span class="bound">
            ${
              isLearning
                ? say('midi.moving')
                : bound
                  ? say('midi.control', {port: bound.port, number: bound.number})
                  : say('midi.free')
            }
          </span>
        </span>
        <button
          type="button"
          aria-pressed=${isLearning}
          aria-label=${say('midi.learn-one', {target: name})}
          @click=${() => this.tell({do: 'learn', target: isLearning ? null : target})}
        >
          ${say('midi.learn')}
        </button>
        ${
          bound
            ? html`
                <button
                  type="button"
                  class="icon plain"
                  aria-label=${say('midi.forget', {target: name})}
                  @click=${() => this.tell({do: 'forget', target})}
                >
                  ${closeIcon}
                </button>
              `
            : nothing
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'midi-panel': MidiPanel;
  }
  interface HTMLElementEventMap {
    midi: CustomEvent<MidiCommand>;
  }
}
