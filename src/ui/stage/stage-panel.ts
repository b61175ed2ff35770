import './stage-tools.ts';
import './stage-view.ts';
import {html, nothing} from 'lit';
import {customElement, property, query} from 'lit/decorators.js';
import {boxless} from '../kit/boxless.styles.ts';
import {controls} from '../kit/controls.styles.ts';
import {listen} from '../kit/listen.ts';
import {PanelElement} from '../kit/panel-element.ts';
import {Watch} from '../kit/watch.ts';
import type {StageView} from './stage-view.ts';

/** The picture, and how it is looked at. Parts: `stage` and, unless the page is clean, `tools`. */
@customElement('stage-panel')
export class StagePanel extends PanelElement {
  static override styles = [controls, boxless];

  /** The canvas the engine paints on; it stays the same element. */
  @property({attribute: false}) canvas!: HTMLCanvasElement;
  /** True while the stage fills the screen. */
  @property({type: Boolean}) filling = false;

  @query('stage-view') private stage!: StageView;

  constructor() {
    super();
    new Watch(this, ({start, source, view, stats, settings, notices, regions}) => [
      start,
      source,
      view,
      settings.overlay && stats,
      view.clean && notices,
      regions.hand,
    ]);
    listen(this, {
      'camera-start': () => this.actions.startCamera(),
      'source-resume': () => this.actions.resumeSource(),
      'divider-move': (position) => this.actions.setDivider(position),
      'divider-toggle': () => this.context.perform('divider'),
      'freeze-toggle': () => this.context.perform('freeze'),
      'pop-out-toggle': () => this.context.perform('popOut'),
      'full-screen-toggle': () => this.context.perform('fullScreen'),
      'film-control': (command) =>
        this.actions.withFilm((film) => {
          if ('set' in command) film.set(command.set);
          else film.step(command.step);
        }),
      'brush-touch': ({place, aspect}) =>
        this.actions.withHand((hand) => hand.paint(place, aspect)),
      'brush-lift': () => this.actions.withHand((hand) => hand.lift()),
      'notice-dismiss': (id) => this.actions.dismissNotice(id),
    });
  }

  /** Lights up the picture for a moment, as a snapshot does. */
  flash() {
    this.stage.flash();
  }

  override render() {
    const {start, source, view, stats, settings, notices, regions} = this.state;
    const trouble = notices.findLast(({kind}) => kind === 'error') ?? null;
    return html`
      <stage-view
        part="stage"
        .canvas=${this.canvas}
        .phase=${start.phase}
        .progress=${start.progress}
        .failure=${start.failure}
        .stats=${stats}
        .overlay=${settings.overlay}
        .divider=${view.divider}
        .inviting=${source.kind === 'demo' && !this.filling}
        .opening=${source.opening}
        .health=${source.health}
        .frozen=${view.frozen}
        .brush=${regions.hand.isTaken && view.drawer === 'regions' ? regions.hand.brush : null}
        .mirrored=${source.mirrored}
        .film=${source.film}
        .clean=${view.clean}
        .trouble=${trouble}
      ></stage-view>
      ${
        view.clean
          ? nothing
          : html`
              <stage-tools
                part="tools"
                class="glass"
                .divided=${view.divider !== null}
                .frozen=${view.frozen}
                .poppedOut=${view.poppedOut}
                .filling=${this.filling}
              ></stage-tools>
            `
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stage-panel': StagePanel;
  }
}
