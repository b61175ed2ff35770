import './source-menu.ts';
import {html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {boxless} from '../kit/boxless.styles.ts';
import {controls} from '../kit/controls.styles.ts';
import {listen} from '../kit/listen.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {Watch} from '../kit/watch.ts';

/** What is painted: the menu of sources, and what is dropped on the page. Part: `source`. */
@customElement('sources-panel')
export class SourcesPanel extends PanelElement {
  static override styles = [controls, boxless];

  constructor() {
    super();
    new Watch(this, ({source}) => [source]);
    listen(this, {
      'camera-start': (id) => this.actions.startCamera(id ?? undefined),
      'camera-switch': () => this.actions.switchCamera(),
      'camera-set': (change) => {
        this.actions.setCamera(change);
      },
      'screen-share': () => this.actions.startScreen(),
      'demo-pick': () => this.actions.showDemo(),
      'source-open': (file) => this.actions.openSourceFile(file, file.name),
      'mirror-toggle': () => {
        this.actions.toggleMirror();
      },
      'files-drop': ({files, target}) => this.actions.takeFiles(files, target),
    });
  }

  override connectedCallback() {
    super.connectedCallback();
    for (const name of EARLY) addEventListener(name, ignoreEarly);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    for (const name of EARLY) removeEventListener(name, ignoreEarly);
  }

  override render() {
    return html`
      <source-menu part="source" class="glass" .source=${this.state.source}></source-menu>
      <file-drop></file-drop>
    `;
  }
}

const EARLY = ['dragover', 'drop'];

/** What is dropped before `file-drop` is there would take the page's place. */
function ignoreEarly(event: Event) {
  if (!customElements.get('file-drop')) event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'sources-panel': SourcesPanel;
  }
}
