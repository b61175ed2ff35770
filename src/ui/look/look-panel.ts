import './stroke-size.ts';
import './style-strength.ts';
import {css, html, nothing} from 'lit';
import {customElement} from 'lit/decorators.js';
import {heaviestStyle} from '../../app/look/heaviest-style.ts';
import {sharesOf} from '../../app/look/mix.ts';
import {strokes} from '../../app/styles/stroke.ts';
import {boxless} from '../kit/boxless.styles.ts';
import {roomy} from '../kit/breakpoints.ts';
import {listen} from '../kit/listen.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {Watch} from '../kit/watch.ts';
import {followCue} from './follow-cue.ts';
import {followHand} from './follow-hand.ts';
import {followMidi} from './follow-midi.ts';
import {followSound} from './follow-sound.ts';
import type {Learning} from './learn-style.ts';
import type {MixPart} from './style-mix.ts';

/** What a person can set about the painting, beside the style. Part: `look`. */
@customElement('look-panel')
export class LookPanel extends PanelElement {
  static override styles = [
    boxless,
    css`
      @media ${roomy} {
        [part='look'] {
          display: grid;
          grid-template-columns: 1fr 1fr;
          align-items: center;
          column-gap: 28px;
        }
        learn-style,
        look-tools {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, ({look, learning, settings, styles, view, cues, midi, regions, sound}) => [
      look,
      learning,
      settings.learning,
      styles.entries,
      view.drawer,
      cues,
      midi,
      regions,
      sound,
    ]);
    listen(this, {
      'alpha-change': (alpha) => this.actions.setLook({alpha}),
      'stroke-change': (stroke) => this.actions.setLook({stroke}),
      'learn-style': (how) => void this.learn(how),
      'colour-change': (colour) => {
        this.actions.setLook({colour});
      },
      'region-change': (change) => {
        this.actions.setLook(change);
      },
      'calm-change': (calm) => {
        this.actions.setLook({calm});
      },
      cue: (command) => this.actions.withCues((cues) => followCue(cues, command)),
      midi: (command) => this.actions.withMidi((it) => followMidi(it, command)),
      hand: (command) => this.actions.withHand((it) => followHand(it, command)),
      sound: (command) => this.actions.withSound((it) => followSound(it, command)),
      'mix-weigh': (shares) => {
        this.actions.weighMix(shares);
      },
      'style-mix': (id) => this.actions.mixStyle(id),
      'drawer-open': (drawer) => {
        this.actions.openDrawer(drawer);
      },
      'stop-learning': () => {
        this.actions.stopLearning();
      },
    });
  }

  private async learn(how: Learning) {
    const {look} = this.state;
    const broader = strokes[strokes.indexOf(look.stroke) + 1];
    if (how === 'broader' && broader) await this.actions.setLook({stroke: broader});
    const manner = how === 'longer' || how === 'stronger' ? how : undefined;
    const style = heaviestStyle(look);
    if (how === 'given') await this.actions.unlearnStyle(style);
    else await this.actions.learnStyle(style, manner);
  }

  private mixParts(): MixPart[] {
    const {look, styles} = this.state;
    const shares = sharesOf(look.styles);
    return look.styles.flatMap(({id}, index) => {
      const entry = styles.entries.find((style) => style.id === id);
      return entry ? [{...entry, share: shares[index] ?? 0}] : [];
    });
  }

  private renderLearn() {
    const {look, learning, settings, styles} = this.state;
    const shown = learning.style ?? heaviestStyle(look);
    const entry = styles.entries.find(({id}) => id === shown);
    const asks =
      settings.learning === 'ask' || (settings.learning === 'auto' && learning.asksFirst);
    return html`
      <learn-style
        slot="learn"
        .learning=${learning}
        .styleTitle=${entry?.title ?? ''}
        .asked=${asks && entry?.own === true}
        .fine=${entry?.own === true && look.stroke !== strokes.at(-1)}
      ></learn-style>
    `;
  }

  override render() {
    const {look, learning, styles, view, cues, midi, regions, sound} = this.state;
    const {alpha, stroke, colour, calm} = look;
    const isLearning = learning.style !== null;
    // What is learnt stays out of the way.
    const isOffered = isLearning || (learning.learnt ?? 1) < 1;
    const isInDrawer = view.drawer === 'learn';
    return html`
      <div part="look">
        <style-strength .alpha=${alpha}></style-strength>
        <stroke-size .stroke=${stroke}></stroke-size>
        ${isOffered && !isInDrawer ? this.renderLearn() : nothing}
        <look-tools
          .drawer=${view.drawer}
          .learnable=${isLearning || learning.learnt !== null}
          .parts=${this.mixParts()}
          .colour=${colour}
          .calm=${calm}
          .cues=${cues}
          .midi=${midi}
          .sound=${sound}
          .regional=${look}
          .regions=${regions}
          .alpha=${alpha}
          .entries=${styles.entries}
        >
          ${isInDrawer ? this.renderLearn() : nothing}
        </look-tools>
        <cue-keys .context=${this.context}></cue-keys>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'look-panel': LookPanel;
  }
}
