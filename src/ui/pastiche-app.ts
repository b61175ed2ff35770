import {html, LitElement, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import type {Actions} from '../app/actions.ts';
import type {AppState, Settings} from '../app/state.ts';
import type {Store} from '../app/store.ts';
import './capture-bar.ts';
import './clip-tray.ts';
import {controls} from './controls.styles.ts';
import './file-drop.ts';
import './help-sheet.ts';
import type {HelpSheet} from './help-sheet.ts';
import {helpIcon, markIcon, settingsIcon} from './icons.ts';
import {IdleController} from './idle-controller.ts';
import './notice-list.ts';
import {appStyles} from './pastiche-app.styles.ts';
import './recording-time.ts';
import './settings-sheet.ts';
import type {SettingsSheet} from './settings-sheet.ts';
import {bindShortcuts, type Command} from './shortcuts.ts';
import './source-menu.ts';
import './stage-tools.ts';
import './stage-view.ts';
import type {StageView} from './stage-view.ts';
import {steadyAspect} from './steady-aspect.ts';
import './style-gallery.ts';
import './style-strength.ts';

const ALPHA_STEP = 0.05;

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
  /** True while the stage fills the screen. */
  @property({type: Boolean, reflect: true}) theatre = false;

  @query('stage-view') private stage!: StageView;
  @query('settings-sheet') private settingsSheet!: SettingsSheet;
  @query('help-sheet') private helpSheet!: HelpSheet | null;
  private readonly rest = new IdleController(this);
  private aspect = 4 / 3;
  private stopWatching = () => {};
  private unbindShortcuts = () => {};

  private readonly commands: Record<Command, () => void> = {
    camera: () => this.actions.startCamera(),
    record: () => this.toggleRecording(),
    snapshot: () => this.takeSnapshot(),
    previousStyle: () => this.actions.stepStyle(-1),
    nextStyle: () => this.actions.stepStyle(1),
    weaker: () => this.changeAlpha(-ALPHA_STEP),
    stronger: () => this.changeAlpha(ALPHA_STEP),
    divider: () => this.toggleDivider(),
    freeze: () => this.actions.setPaused(!this.store.get().paused),
    mirror: () => this.actions.toggleMirror(),
    fullScreen: () => this.toggleFullScreen(),
    help: () => this.helpSheet?.show(),
  };

  override connectedCallback() {
    super.connectedCallback();
    this.stopWatching = this.store.subscribe(() => this.requestUpdate());
    this.unbindShortcuts = bindShortcuts(this.commands);
    document.addEventListener('fullscreenchange', this.onFullScreenChange);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.stopWatching();
    this.unbindShortcuts();
    document.removeEventListener('fullscreenchange', this.onFullScreenChange);
  }

  private readonly onFullScreenChange = () => {
    this.theatre = document.fullscreenElement === this;
  };

  private toggleFullScreen() {
    this.theatre = !this.theatre;
    // Where the browser has no full screen (iPhone), filling the window is the next best thing.
    if (!document.fullscreenEnabled) return;
    if (this.theatre) this.requestFullscreen().catch(() => {});
    else void document.exitFullscreen();
  }

  private toggleRecording() {
    const {phase} = this.store.get().recording;
    if (phase === 'idle') void this.actions.startRecording();
    else if (phase !== 'finishing') void this.actions.stopRecording();
  }

  private takeSnapshot() {
    this.stage.flash();
    void this.actions.takeSnapshot();
  }

  private toggleDivider() {
    this.actions.setDivider(this.store.get().divider === null ? 0.5 : null);
  }

  private changeAlpha(change: number) {
    const alpha = this.store.get().look.alpha + change;
    this.actions.setLook({alpha: Math.min(1, Math.max(0, Math.round(alpha * 100) / 100))});
  }

  protected override willUpdate() {
    const {clean, stats} = this.store.get();
    this.aspect = steadyAspect(this.aspect, stats);
    this.style.setProperty('--aspect', String(this.aspect));
    this.toggleAttribute('clean', clean);
    this.toggleAttribute('idle', this.rest.idle && (clean || this.theatre));
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
        .inviting=${state.source.kind === 'demo' && !this.theatre}
        .opening=${state.source.opening}
        .paused=${state.paused}
        .clean=${state.clean}
        @camera-start=${() => actions.startCamera()}
        @divider-move=${(event: CustomEvent<number>) => actions.setDivider(event.detail)}
      ></stage-view>
      ${state.clean ? nothing : this.renderControls(state)}
    `;
  }

  private renderControls(state: AppState) {
    const {actions} = this;
    const waiting = state.phase !== 'live';
    return html`
      <div class="brand">
        ${markIcon}
        <h1>Pastiche</h1>
        <button
          class="icon plain"
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts (?)"
          @click=${this.commands.help}
        >
          ${helpIcon}
        </button>
      </div>
      <source-menu
        class="glass"
        .source=${state.source}
        .cameras=${state.cameras}
        .cameraId=${state.settings.cameraId}
        .mirrored=${state.mirrored}
        @camera-start=${(event: CustomEvent<string | undefined>) => actions.startCamera(event.detail ?? undefined)}
        @camera-switch=${() => actions.switchCamera()}
        @demo-pick=${() => actions.showDemo()}
        @source-open=${this.onSourceOpen}
        @mirror-toggle=${() => actions.toggleMirror()}
      ></source-menu>
      <stage-tools
        class="glass"
        .divided=${state.divider !== null}
        .paused=${state.paused}
        .filling=${this.theatre}
        @divider-toggle=${this.commands.divider}
        @freeze-toggle=${this.commands.freeze}
        @full-screen-toggle=${this.commands.fullScreen}
      ></stage-tools>
      <style-gallery
        .entries=${state.styles}
        .picked=${heaviestStyle(state)}
        .analyzing=${state.analyzing}
        .frameless=${waiting}
        @style-pick=${(event: CustomEvent<string>) => actions.pickStyle(event.detail)}
        @styles-add=${this.onStylesAdd}
        @frame-use=${() => actions.useFrameAsStyle()}
        @style-rename=${({detail}: CustomEvent<{id: string; title: string}>) => actions.renameStyle(detail.id, detail.title)}
        @style-remove=${(event: CustomEvent<string>) => actions.removeStyle(event.detail)}
      ></style-gallery>
      <style-strength
        .alpha=${state.look.alpha}
        @alpha-change=${(event: CustomEvent<number>) => actions.setLook({alpha: event.detail})}
      ></style-strength>
      <div class="dock">
        <clip-tray
          .clips=${state.clips}
          @clip-share=${(event: CustomEvent<string>) => actions.shareClip(event.detail)}
          @clip-remove=${(event: CustomEvent<string>) => actions.removeClip(event.detail)}
        ></clip-tray>
        <capture-bar
          .recording=${state.recording}
          .microphone=${state.settings.microphone}
          .disabled=${waiting}
          @snapshot=${this.commands.snapshot}
          @record-start=${() => actions.startRecording()}
          @record-stop=${() => actions.stopRecording()}
          @record-pause=${() => actions.pauseRecording()}
          @record-resume=${() => actions.resumeRecording()}
          @microphone-change=${(event: CustomEvent<boolean>) => actions.setSettings({microphone: event.detail})}
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
      <div class="messages">
        <recording-time .recording=${state.recording}></recording-time>
        <notice-list
          .notices=${state.notices}
          @notice-dismiss=${(event: CustomEvent<number>) => actions.dismissNotice(event.detail)}
        ></notice-list>
      </div>
      <settings-sheet
        .settings=${state.settings}
        .sizes=${state.sizes}
        @settings-change=${(event: CustomEvent<Partial<Settings>>) => actions.setSettings(event.detail)}
      ></settings-sheet>
      <help-sheet></help-sheet>
      <file-drop @styles-add=${this.onStylesAdd} @source-open=${this.onSourceOpen}></file-drop>
    `;
  }

  private onStylesAdd(event: CustomEvent<File[]>) {
    void this.actions.addStyles(event.detail);
  }

  private onSourceOpen(event: CustomEvent<File>) {
    void this.actions.openSourceFile(event.detail, event.detail.name);
  }
}

function heaviestStyle({look}: AppState): string {
  return look.styles.reduce((heaviest, style) =>
    style.weight > heaviest.weight ? style : heaviest,
  ).id;
}

declare global {
  interface HTMLElementTagNameMap {
    'pastiche-app': PasticheApp;
  }
}
