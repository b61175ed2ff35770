import './style-strength.ts';
import {html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {boxless} from '../kit/boxless.styles.ts';
import {listen} from '../kit/listen.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {Watch} from '../kit/watch.ts';

/** What a person can set about the painting, beside the style. Part: `strength`. */
@customElement('look-panel')
export class LookPanel extends PanelElement {
  static override styles = boxless;

  constructor() {
    super();
    new Watch(this, ({look}) => [look]);
    listen(this, {'alpha-change': (alpha) => this.actions.setLook({alpha})});
  }

  override render() {
    return html`
      <style-strength part="strength" .alpha=${this.state.look.alpha}></style-strength>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'look-panel': LookPanel;
  }
}
