import './file-drop.ts';
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
      'demo-pick': () => this.actions.showDemo(),
      'source-open': (file) => this.actions.openSourceFile(file, file.name),
      'mirror-toggle': () => {
        this.actions.toggleMirror();
      },
      'files-drop': ({files, target}) => this.actions.takeFiles(files, target),
    });
  }

  override render() {
    return html`
      <source-menu part="source" class="glass" .source=${this.state.source}></source-menu>
      <file-drop></file-drop>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sources-panel': SourcesPanel;
  }
}
