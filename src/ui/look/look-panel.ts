import './learn-style.ts';
import './stroke-size.ts';
import './style-strength.ts';
import {html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {heaviestStyle} from '../../app/look/heaviest-style.ts';
import {boxless} from '../kit/boxless.styles.ts';
import {listen} from '../kit/listen.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {Watch} from '../kit/watch.ts';

/** What a person can set about the painting, beside the style. Part: `look`. */
@customElement('look-panel')
export class LookPanel extends PanelElement {
  static override styles = boxless;

  constructor() {
    super();
    new Watch(this, ({look, learning}) => [look, learning]);
    listen(this, {
      'alpha-change': (alpha) => this.actions.setLook({alpha}),
      'stroke-change': (stroke) => this.actions.setLook({stroke}),
      'learn-style': () => void this.actions.learnStyle(heaviestStyle(this.state.look)),
      'stop-learning': () => this.actions.stopLearning(),
    });
  }

  override render() {
    const {
      look: {alpha, stroke},
      learning,
      styles: {entries},
    } = this.state;
    const title = entries.find(({id}) => id === learning.style)?.title ?? '';
    return html`
      <div part="look">
        <style-strength .alpha=${alpha}></style-strength>
        <stroke-size .stroke=${stroke}></stroke-size>
        <learn-style .learning=${learning} .styleTitle=${title}></learn-style>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'look-panel': LookPanel;
  }
}
