import {css, html} from 'lit';
import {customElement, query} from 'lit/decorators.js';
import {settingsRows} from '../../app/settings/settings-rows.ts';
import {say} from '../../words/say.ts';
import {boxless} from '../kit/boxless.styles.ts';
import {controls} from '../kit/controls.styles.ts';
import {settingsIcon} from '../kit/icons.ts';
import {listen} from '../kit/listen.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {Watch} from '../kit/watch.ts';
import type {SettingsSheet} from './settings-sheet.ts';

/** The button that opens the settings, and their sheet. */
@customElement('settings-panel')
export class SettingsPanel extends PanelElement {
  static override styles = [
    controls,
    boxless,
    css`
      button {
        min-width: 48px;
        min-height: 48px;
      }
    `,
  ];

  @query('settings-sheet') private sheet!: SettingsSheet;

  constructor() {
    super();
    new Watch(this, ({settings, networks, stats, offline}) => [
      settings,
      networks,
      stats.model,
      offline,
    ]);
    listen(this, {
      'settings-change': (change) => this.actions.setSettings(change),
      backup: (file) =>
        this.actions.withBackup((backup) => (file ? backup.open(file) : backup.save())),
      'offline-order': (what) => this.actions.withOffline((it) => it[what]()),
    });
  }

  override render() {
    const label = say('page.settings');
    return html`
      <button
        class="icon settings"
        aria-label=${label}
        title=${label}
        @click=${() => this.context.later(() => this.sheet.show())}
      >
        ${settingsIcon}
      </button>
      <settings-sheet
        .rows=${settingsRows(this.state)}
        .offline=${this.state.offline}
      ></settings-sheet>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settings-panel': SettingsPanel;
  }
}
