import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Offline} from '../../app/offline/offline.ts';
import {
  type KeepProblem,
  type Kept,
  type OfflineState,
  UNKNOWN_KEPT,
} from '../../app/offline/offline-state.ts';
import {formatBytes} from '../../words/format-bytes.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';

/**
 * Keeps all of the site for when there is no connection, and shows how far that is. Nothing where a browser keeps
 * nothing.
 *
 * @fires offline-order - `detail` is what is to be done about it
 */
@customElement('offline-row')
export class OfflineRow extends LitElement {
  static override styles = [
    controls,
    css`
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 8px 16px;
        min-height: 64px;
        padding: 10px 0;
        border-top: 1px solid var(--line);
        font-weight: 550;
      }
      .hint,
      .problem {
        display: block;
        color: var(--text-soft);
        font-size: 13px;
        font-weight: 400;
        font-variant-numeric: tabular-nums;
        text-wrap: pretty;
      }
      .problem {
        grid-column: 1 / -1;
        color: var(--alert);
      }
      .track {
        grid-column: 1 / -1;
        height: 4px;
        border-radius: 2px;
        background: #4a464e;
        overflow: hidden;
      }
      .fill {
        height: 100%;
        border-radius: inherit;
        background: var(--accent);
        transform: scaleX(var(--share, 0));
        transform-origin: left;
      }
    `,
  ];

  /** What is kept. */
  @property({attribute: false}) offline: OfflineState = UNKNOWN_KEPT;

  protected override updated() {
    this.style.setProperty('--share', String(shareOf(this.offline.kept)));
  }

  override render() {
    const {kept, keeping, problem} = this.offline;
    if (!kept) return nothing;
    const all = kept.files >= kept.allFiles;
    return html`
      <div class="row">
        <span id="label">
          ${say('offline.label')}
          <span class="hint">${all ? say('offline.all') : this.renderHint(kept, keeping)}</span>
        </span>
        ${all ? nothing : this.renderButton(keeping)}
        ${keeping && !all ? this.renderTrack(kept) : nothing}
        <span role="status" class="problem" ?hidden=${!problem}>
          ${problem ? sentenceOf(problem) : nothing}
        </span>
      </div>
    `;
  }

  private renderHint({files, bytes, allFiles, allBytes}: Kept, keeping: boolean) {
    if (!keeping) return say('offline.hint', {size: formatBytes(allBytes - bytes)});
    return say('offline.progress', {
      files,
      all: allFiles,
      size: formatBytes(bytes),
      whole: formatBytes(allBytes),
    });
  }

  private renderButton(keeping: boolean) {
    return html`
      <button
        type="button"
        @click=${() => emit(this, 'offline-order', keeping ? 'stop' : 'keepAll')}
      >
        ${say(keeping ? 'offline.stop' : 'offline.keep')}
      </button>
    `;
  }

  private renderTrack(kept: Kept) {
    return html`
      <div
        class="track"
        role="progressbar"
        aria-labelledby="label"
        aria-valuenow=${Math.round(100 * shareOf(kept))}
      >
        <div class="fill"></div>
      </div>
    `;
  }
}

function shareOf(kept: Kept | null): number {
  return kept ? kept.bytes / kept.allBytes : 0;
}

function sentenceOf(problem: KeepProblem): string {
  switch (problem.why) {
    case 'no-room': {
      const [needed, free] = [formatBytes(problem.needed), formatBytes(problem.free)];
      return say('offline.no-room', {needed, free});
    }
    case 'lost':
      return say('offline.lost', {count: problem.count});
    default:
      return say(`offline.${problem.why}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'offline-row': OfflineRow;
  }
  interface HTMLElementEventMap {
    'offline-order': CustomEvent<keyof Offline>;
  }
}
