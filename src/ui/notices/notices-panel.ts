import './notice-list.ts';
import {html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {boxless} from '../kit/boxless.styles.ts';
import {listen} from '../kit/listen.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {Watch} from '../kit/watch.ts';

/** What the page tells a person. Part: `notices`. */
@customElement('notices-panel')
export class NoticesPanel extends PanelElement {
  static override styles = boxless;

  constructor() {
    super();
    new Watch(this, ({notices}) => [notices]);
    listen(this, {
      'notice-act': (id) => this.actions.actOnNotice(id),
      'notice-dismiss': (id) => this.actions.dismissNotice(id),
    });
  }

  override render() {
    return html`<notice-list part="notices" .notices=${this.state.notices}></notice-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notices-panel': NoticesPanel;
  }
}
