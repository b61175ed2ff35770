import './stroke-size.ts';
import './style-strength.ts';
import {html} from 'lit';
import {customElement} from 'lit/decorators.js';
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
    new Watch(this, ({look}) => [look]);
    listen(this, {
      'alpha-change': (alpha) => this.actions.setLook({alpha}),
      'stroke-change': (stroke) => this.actions.setLook({stroke}),
    });
  }

  override render() {
    const {alpha, stroke} = this.state.look;
    return html`
      <div part="look">
        <style-strength .alpha=${alpha}></style-strength>
        <stroke-size .stroke=${stroke}></stroke-size>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'look-panel': LookPanel;
  }
}
