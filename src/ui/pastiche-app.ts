import './captures/capture-bar.ts';
import './captures/clip-tray.ts';
import './sources/file-drop.ts';
import './commands/help-sheet.ts';
import './notices/notice-list.ts';
import './captures/recording-time.ts';
import './settings/settings-sheet.ts';
import './sources/source-menu.ts';
import './stage/stage-tools.ts';
import './stage/stage-view.ts';
import './styles/style-gallery.ts';
import './look/style-strength.ts';
import {html, LitElement, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {Actions} from '../app/actions.ts';
import type {Look} from '../app/look/look.ts';
import type {AppState, Settings} from '../app/state.ts';
import type {Store} from '../app/store.ts';
import {createCommands} from './commands/create-commands.ts';
import type {HelpSheet} from './commands/help-sheet.ts';
import {bindShortcuts, type Command} from './commands/shortcuts.ts';
import {controls} from './kit/controls.styles.ts';
import {helpIcon, markIcon, settingsIcon} from './kit/icons.ts';
import {appStyles} from './pastiche-app.styles.ts';
import type {SettingsSheet} from './settings/settings-sheet.ts';
import {FullScreenController} from './stage/full-screen-controller.ts';
import {IdleController} from './stage/idle-controller.ts';
import type {StageView} from './stage/stage-view.ts';
import {steadyAspect} from './stage/steady-aspect.ts';
import {WakeTapController} from './stage/wake-tap-controller.ts';

/**
 * The whole page. It alone reads the store and calls the actions; every other element gets
 * properties and emits events. `store`, `actions` and `canvas` are set before it is connected.
 */
@customElement('pastiche-app')
export class PasticheApp extends LitElement {
  static override styles = [controls, appStyles];

  @property({attribute: false}) store!: Store<AppState>;
  @property({attribute: false}) actions!: Actions;
  /** The canvas the engine paints on; it stays the same element. */
  @property({attribute: false}) canvas!: HTMLCanvasElement;

  @query('stage-view') private stage!: StageView;
  @query('settings-sheet') private settingsSheet!: SettingsSheet;
  @query('help-sheet') private helpSheet!: HelpSheet | null;
  private readonly fullScreen = new FullScreenController(this);
  private readonly rest = new IdleController(this);
  private aspect = 4 / 3;
  private commands!: Record<Command, () => void>;
  private stopWatching = () => {};
  private unbindShortcuts = () => {};

  constructor() {
    super();
    this.addController(new WakeTapController(() => this.hasAttribute('idle')));
  }

  override connectedCallback() {
    super.connectedCallback();
    this.commands = createCommands({
      store: this.store,
      actions: this.actions,
      flash: () => this.stage.flash(),
      toggleFullScreen: () => this.fullScreen.toggle(),
      showHelp: () => this.helpSheet?.show(),
    });
    this.stopWatching = this.store.subscribe(() => this.requestUpdate());
    this.unbindShortcuts = bindShortcuts(this.commands);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.stopWatching();
    this.unbindShortcuts();
  }

  protected override willUpdate() {
    const {clean, stats} = this.store.get();
    const theatre = this.fullScreen.on;
    this.aspect = steadyAspect(this.aspect, stats);
    this.style.setProperty('--aspect', String(this.aspect));
    this.toggleAttribute('clean', clean);
    this.toggleAttribute('theatre', theatre);
    this.toggleAttribute('idle', this.rest.idle && (clean || theatre));
  }

  private onStylesAdd(event: CustomEvent<File[]>) {
    void this.actions.addStyles(event.detail);
  }

  private onSourceOpen(event: CustomEvent<File>) {
    void this.actions.openSourceFile(event.detail, event.detail.name);
  }

  override render() {
    const {actions} = this;
    const state = this.store.get();
    return html`
      <stage-view
        .canvas=${this.canvas}
        .phase=${state.phase}
        .progress=${state.progress}
        .failure=${state.failure}
        .stats=${state.stats}
        .overlay=${state.settings.overlay}
        .divider=${state.divider}
        .inviting=${state.source.kind === 'demo' && !this.fullScreen.on}
        .opening=${state.source.opening}
        .paused=${state.paused}
        .clean=${state.clean}
        @camera-start=${() => actions.startCamera()}
        @divider-move=${(event: CustomEvent<number>) => actions.setDivider(event.detail)}
      ></stage-view>
      ${
        state.clean
          ? nothing
          : html`
              ${this.renderBrand()} ${this.renderView(state)} ${this.renderStyles(state)}
              ${this.renderDock(state)} ${this.renderMessages(state)}
              <file-drop
                @styles-add=${this.onStylesAdd}
                @source-open=${this.onSourceOpen}
              ></file-drop>
            `
      }
    `;
  }

  private renderBrand() {
    return html`
      <h1 class="unseen">Pastiche</h1>
      <div class="brand">
        ${markIcon}
        <span class="name" aria-hidden="true">Pastiche</span>
        <button
          class="icon plain"
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          @click=${this.commands.help}
        >
          ${helpIcon}
        </button>
      </div>
      <help-sheet></help-sheet>
    `;
  }

  /** What is painted, and how it is looked at. */
  private renderView(state: AppState) {
    const {actions, commands} = this;
    return html`
      <source-menu
        class="glass"
        .source=${state.source}
        .cameras=${state.cameras}
        .mirrored=${state.mirrored}
        @camera-start=${(event: CustomEvent<string | null>) =>
          actions.startCamera(event.detail ?? undefined)}
        @camera-switch=${() => actions.switchCamera()}
        @demo-pick=${() => actions.showDemo()}
        @source-open=${this.onSourceOpen}
        @mirror-toggle=${() => actions.toggleMirror()}
      ></source-menu>
      <stage-tools
        class="glass"
        .divided=${state.divider !== null}
        .paused=${state.paused}
        .filling=${this.fullScreen.on}
        @divider-toggle=${commands.divider}
        @freeze-toggle=${commands.freeze}
        @full-screen-toggle=${commands.fullScreen}
      ></stage-tools>
    `;
  }

  private renderStyles(state: AppState) {
    const {actions} = this;
    return html`
      <style-gallery
        .entries=${state.styles}
        .picked=${heaviestStyle(state.look)}
        .analyzing=${state.analyzing}
        .frameless=${state.phase !== 'live'}
        @style-pick=${(event: CustomEvent<string>) => actions.pickStyle(event.detail)}
        @styles-add=${this.onStylesAdd}
        @frame-use=${() => actions.useFrameAsStyle()}
        @style-rename=${({detail}: CustomEvent<{id: string; title: string}>) =>
          actions.renameStyle(detail.id, detail.title)}
        @style-remove=${(event: CustomEvent<string>) => actions.removeStyle(event.detail)}
      ></style-gallery>
      <style-strength
        .alpha=${state.look.alpha}
        @alpha-change=${(event: CustomEvent<number>) => actions.setLook({alpha: event.detail})}
      ></style-strength>
    `;
  }

  private renderDock(state: AppState) {
    const {actions} = this;
    return html`
      <div class="dock">
        <clip-tray
          .clips=${state.clips}
          @clip-share=${(event: CustomEvent<string>) => actions.shareClip(event.detail)}
          @clip-remove=${(event: CustomEvent<string>) => actions.removeClip(event.detail)}
        ></clip-tray>
        <capture-bar
          .recording=${state.recording}
          .microphone=${state.settings.microphone}
          .disabled=${state.phase !== 'live'}
          @snapshot=${this.commands.snapshot}
          @record-start=${() => actions.startRecording()}
          @record-stop=${() => actions.stopRecording()}
          @record-pause=${() => actions.pauseRecording()}
          @record-resume=${() => actions.resumeRecording()}
          @microphone-change=${({detail}: CustomEvent<boolean>) =>
            actions.setSettings({microphone: detail})}
        ></capture-bar>
        <button
          class="icon settings"
          aria-label="Settings"
          title="Settings"
          @click=${() => this.settingsSheet.show()}
        >
          ${settingsIcon}
        </button>
      </div>
      <settings-sheet
        .settings=${state.settings}
        .models=${state.models}
        .model=${state.stats.model}
        .changingNetwork=${state.changingNetwork}
        .sizes=${state.sizes}
        @settings-change=${(event: CustomEvent<Partial<Settings>>) =>
          actions.setSettings(event.detail)}
      ></settings-sheet>
    `;
  }

  private renderMessages(state: AppState) {
    return html`
      <div class="messages">
        <recording-time .recording=${state.recording}></recording-time>
        <notice-list
          .notices=${state.notices}
          @notice-dismiss=${(event: CustomEvent<number>) =>
            this.actions.dismissNotice(event.detail)}
        ></notice-list>
      </div>
    `;
  }
}

function heaviestStyle({styles}: Look): string {
  return styles.reduce((heaviest, style) => (style.weight > heaviest.weight ? style : heaviest)).id;
}

declare global {
  interface HTMLElementTagNameMap {
    'pastiche-app': PasticheApp;
  }
}
