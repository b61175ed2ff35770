import './calm-choice.ts';
import './colour-choice.ts';
import './cue-list.ts';
import './midi-panel.ts';
import './region-choice.ts';
import './sound-panel.ts';
import './style-mix.ts';
import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {CuesState} from '../../app/cues/cues-state.ts';
import {USUAL_CALM} from '../../app/look/calm-key.ts';
import {STYLE_COLOURS} from '../../app/look/colour-key.ts';
import {USUAL_EDGE} from '../../app/look/edge-key.ts';
import type {Look} from '../../app/look/look-table.ts';
import {NOT_PAINTED} from '../../app/look/painted-key.ts';
import {AS_LOOK} from '../../app/look/region-key.ts';
import {type MidiState, NO_MIDI} from '../../app/midi/midi-state.ts';
import {type RegionsState, WHOLE_PICTURE} from '../../app/regions/regions-state.ts';
import {SILENCE, type SoundState} from '../../app/sound/sound-state.ts';
import type {StyleEntry} from '../../app/styles/styles-state.ts';
import type {Drawer} from '../../app/view/view-state.ts';
import {say} from '../../words/say.ts';
import {sideways, tiny, wide} from '../kit/breakpoints.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import type {RegionLook} from './region-choice.ts';
import type {MixPart} from './style-mix.ts';

const DRAWERS = [
  'mix',
  'regions',
  'colour',
  'calm',
  'cues',
  'sound',
  'midi',
  // It comes when there is something to learn, and moves none of the others.
  'learn',
] as const satisfies readonly Drawer[];

/**
 * What there is to set about the painting beside style, strength and stroke: a drawer each, one of them open
 * at a time.
 *
 * @slot learn - what there is to learn of the style
 * @fires drawer-open - `detail` is the drawer to open, or null
 */
@customElement('look-tools')
export class LookTools extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      /* The picture and the gallery stay in sight. */
      .drawer {
        max-height: clamp(100px, 46svh - 180px, 30svh);
        margin: 0 -6px;
        padding: 0 6px;
        overflow: hidden auto;
        overscroll-behavior: contain;
        scrollbar-width: thin;
      }
      .drawer:not(:empty) {
        padding-bottom: 8px;
      }
      @media ${wide} {
        .drawer {
          max-height: clamp(140px, 100svh - 470px, 44svh);
        }
      }
      /* There, all of the panel scrolls. */
      @media ${sideways} {
        .drawer {
          max-height: none;
        }
      }
      @media ${tiny} {
        .drawer {
          max-height: none;
        }
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding: 2px 0 6px;
      }
      .tools button {
        min-width: 0;
        min-height: 36px;
        font-size: 13px;
      }
      /* Where little is left for the picture, one row does. */
      @container (width < 320px) {
        .tools {
          flex-wrap: nowrap;
          gap: 4px;
          margin: -3px;
          padding: 5px 3px 9px;
          overflow: auto hidden;
          scrollbar-width: none;
        }
        .tools button {
          flex: none;
          padding: 0 9px;
        }
      }
      .tools button[aria-expanded='true'] {
        background: var(--text);
        color: var(--ground);
      }
    `,
  ];

  /** The one that is open. */
  @property({attribute: false}) drawer: Drawer | null = null;
  /** The styles of the look. */
  @property({attribute: false}) parts: readonly MixPart[] = [];
  @property({attribute: false}) colour: Look['colour'] = STYLE_COLOURS;
  @property({attribute: false}) cues: CuesState = {list: [], current: null, autopilot: null};
  @property({attribute: false}) midi: MidiState = NO_MIDI;
  @property({attribute: false}) sound: SoundState = SILENCE;
  /** Whether something can be learnt of the style. */
  @property({type: Boolean}) learnable = false;
  @property() calm: Look['calm'] = USUAL_CALM;
  /** What covers regions; undefined stands for a look without. */
  @property({attribute: false}) regional: RegionLook | undefined;
  @property({attribute: false}) regions: RegionsState = WHOLE_PICTURE;
  /** Of the look. */
  @property({type: Number}) alpha = 1;
  /** The styles that there are. */
  @property({attribute: false}) entries: readonly StyleEntry[] = [];

  override render() {
    return html`
      <div class="drawer">${this.renderDrawer()}</div>
      <div class="tools">
        ${DRAWERS.filter((it) => this.learnable || it !== 'learn').map((drawer) => {
          const isOpen = drawer === this.drawer;
          return html`
            <button
              type="button"
              aria-expanded=${isOpen}
              @click=${() => emit(this, 'drawer-open', isOpen ? null : drawer)}
            >
              ${say(`tools.${drawer}`)}
            </button>
          `;
        })}
      </div>
    `;
  }

  private renderDrawer() {
    switch (this.drawer) {
      case 'mix':
        return html`<style-mix .parts=${this.parts}></style-mix>`;
      case 'regions':
        return html`
          <region-choice
            .person=${this.regional?.person ?? AS_LOOK}
            .background=${this.regional?.background ?? AS_LOOK}
            .edge=${this.regional?.edge ?? USUAL_EDGE}
            .painted=${this.regional?.painted ?? NOT_PAINTED}
            .alpha=${this.alpha}
            .entries=${this.entries}
            .regions=${this.regions}
          ></region-choice>
        `;
      case 'colour':
        return html`<colour-choice .colour=${this.colour}></colour-choice>`;
      case 'calm':
        return html`<calm-choice .calm=${this.calm}></calm-choice>`;
      case 'learn':
        return html`<slot name="learn"></slot>`;
      case 'cues':
        return html`<cue-list .cues=${this.cues}></cue-list>`;
      case 'sound':
        return html`
          <sound-panel .sound=${this.sound} .styleCount=${this.parts.length}></sound-panel>
        `;
      case 'midi':
        return html`<midi-panel .midi=${this.midi}></midi-panel>`;
      case null:
        return nothing;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'look-tools': LookTools;
  }
  interface HTMLElementEventMap {
    'drawer-open': CustomEvent<Drawer | null>;
  }
}
