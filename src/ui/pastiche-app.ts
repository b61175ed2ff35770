import './captures/captures-panel.ts';
import './look/look-panel.ts';
import './notices/notices-panel.ts';
import './settings/settings-panel.ts';
import './sources/sources-panel.ts';
import './stage/stage-panel.ts';
import './styles/styles-panel.ts';
import {html, LitElement, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {loadPart} from '../app/load-part.ts';
import {say} from '../words/say.ts';
import {bindKeys} from './commands/bind-keys.ts';
import {type CommandName, commands} from './commands/commands.ts';
import type {HelpSheet} from './commands/help-sheet.ts';
import {titleWithKey} from './commands/shown-key.ts';
import {fullScreenStyles} from './full-screen.styles.ts';
import {controls} from './kit/controls.styles.ts';
import {helpIcon, markIcon} from './kit/icons.ts';
import type {PanelContext} from './kit/panel-element.ts';
import {Watch} from './kit/watch.ts';
import {appStyles} from './pastiche-app.styles.ts';
import {FullScreenController} from './stage/full-screen-controller.ts';
import {IdleController} from './stage/idle-controller.ts';
import type {StagePanel} from './stage/stage-panel.ts';
import {steadyAspect} from './stage/steady-aspect.ts';
import {WakeTapController} from './stage/wake-tap-controller.ts';
import {tinyWindowStyles} from './tiny-window.styles.ts';

/**
 * The whole page: it lays its panels out, fills the screen and knows the keys. `store`, `actions` and
 * `canvas` are set before it is connected.
 */
@customElement('pastiche-app')
export class PasticheApp extends LitElement {
  static override styles = [controls, appStyles, tinyWindowStyles, fullScreenStyles];

  @property({attribute: false}) store!: PanelContext['store'];
  @property({attribute: false}) actions!: PanelContext['actions'];
  /** The canvas the engine paints on; it stays the same element. */
  @property({attribute: false}) canvas!: HTMLCanvasElement;

  @query('stage-panel') private stage!: StagePanel;
  @query('help-sheet') private helpSheet!: HelpSheet | null;
  private readonly fullScreen = new FullScreenController(this);
  private readonly rest = new IdleController(this);
  private aspect = 4 / 3;
  private unbindKeys = () => {};
  private panelContext: PanelContext | undefined;

  constructor() {
    super();
    new Watch(this, ({view, stats, start}) => [
      view.clean,
      stats.width,
      stats.height,
      start.phase === 'live',
    ]);
    this.addController(new WakeTapController(() => this.hasAttribute('idle')));
  }

  /** What the panels read and call; always the same one. */
  get context(): PanelContext {
    const {store, actions, perform, later} = this;
    return (this.panelContext ??= {store, actions, perform, later});
  }

  private readonly perform = (name: CommandName) => {
    const {store, actions} = this;
    void commands[name].perform({
      store,
      actions,
      flash: () => this.stage.flash(),
      toggleFullScreen: () => this.fullScreen.toggle(),
      showHelp: () => this.later(() => this.helpSheet?.show()),
    });
  };

  private readonly later = (use: () => void) => {
    void this.actions.attempt(async () => {
      await loadPart(import('./later.ts'));
      use();
    });
  };

  override connectedCallback() {
    super.connectedCallback();
    this.unbindKeys = bindKeys(this.perform);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.unbindKeys();
  }

  protected override willUpdate() {
    const {view, stats, start} = this.store.get();
    const theatre = this.fullScreen.on;
    this.aspect = steadyAspect(this.aspect, stats);
    this.style.setProperty('--aspect', String(this.aspect));
    this.toggleAttribute('clean', view.clean);
    this.toggleAttribute('theatre', theatre);
    this.toggleAttribute('idle', this.rest.idle && (view.clean || theatre));
    // Whoever asks for something of it before, or after this has failed, waits for it.
    if (start.phase === 'live') import('./later.ts').catch(() => {});
  }

  override render() {
    const {context} = this;
    const {clean} = this.store.get().view;
    return html`
      <stage-panel
        .context=${context}
        .canvas=${this.canvas}
        .filling=${this.fullScreen.on}
      ></stage-panel>
      ${
        clean
          ? nothing
          : html`
              ${this.renderBrand()}
              <sources-panel .context=${context}></sources-panel>
              <styles-panel .context=${context}></styles-panel>
              <look-panel .context=${context}></look-panel>
              <captures-panel .context=${context}>
                <settings-panel .context=${context}></settings-panel>
              </captures-panel>
              <notices-panel .context=${context}></notices-panel>
            `
      }
    `;
  }

  private renderBrand() {
    return html`
      <h1 class="unseen">${say('page.name')}</h1>
      <div class="brand">
        ${markIcon}
        <span class="name" aria-hidden="true">${say('page.name')}</span>
        <button
          class="icon plain"
          aria-label=${say('help.title')}
          title=${titleWithKey('help', 'help.title')}
          @click=${() => this.perform('help')}
        >
          ${helpIcon}
        </button>
      </div>
      <help-sheet></help-sheet>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pastiche-app': PasticheApp;
  }
}
