import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {ExportJob} from '../../app/exports/exports-state.ts';
import {say, sentence} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {closeIcon, pauseIcon, playIcon} from '../kit/icons.ts';
import {progressBar} from '../kit/progress.styles.ts';

/** What a person does about a job. */
export type JobCommand = {do: 'pause' | 'resume' | 'cancel'; id: string};

/**
 * What is made while the picture goes on: how far it is, and what can be done about it.
 *
 * @fires job - `detail` is what to do
 */
@customElement('job-list')
export class JobList extends LitElement {
  static override styles = [
    controls,
    progressBar,
    css`
      ul {
        display: grid;
        gap: 12px;
        margin: 0;
        padding: 0 0 8px 6px;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
      }
      .name {
        overflow: hidden;
        font-size: 14px;
        font-weight: 550;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .about {
        color: var(--text-soft);
        font-size: 13px;
        font-variant-numeric: tabular-nums;
      }
      progress {
        grid-column: 1 / -1;
        width: calc(100% - 6px);
      }
    `,
  ];

  @property({attribute: false}) jobs: readonly ExportJob[] = [];

  override render() {
    if (this.jobs.length === 0) return nothing;
    return html`
      <ul aria-label=${say('exports.running')}>
        ${repeat(
          this.jobs,
          ({id}) => id,
          (job) => this.renderJob(job),
        )}
      </ul>
    `;
  }

  private renderJob(job: ExportJob) {
    const {id, name, phase, done} = job;
    const act = (label: string, icon: unknown, command: JobCommand['do']) => html`
      <button
        type="button"
        class="icon plain"
        aria-label=${label}
        title=${label}
        @click=${() => emit(this, 'job', {do: command, id})}
      >
        ${icon}
      </button>
    `;
    return html`
      <li>
        <div>
          <div class="name" title=${name}>${name}</div>
          <div class="about">${aboutOf(job)}</div>
        </div>
        ${
          phase === 'paused'
            ? act(say('exports.resume', {name}), playIcon, 'resume')
            : phase === 'running'
              ? act(say('exports.pause', {name}), pauseIcon, 'pause')
              : html`<span></span>`
        }
        ${act(say('exports.cancel', {name}), closeIcon, 'cancel')}
        <progress aria-label=${name} max="1" .value=${done}></progress>
      </li>
    `;
  }
}

function aboutOf({phase, done, leftMs, about}: ExportJob): string {
  if (phase === 'waiting') return say('exports.waits');
  const far = about ? sentence(about) : say('exports.done', {percent: Math.floor(100 * done)});
  if (phase === 'paused') return say('exports.rests', {far});
  return leftMs === null ? far : say('exports.left', {far, time: {ms: leftMs}});
}

declare global {
  interface HTMLElementTagNameMap {
    'job-list': JobList;
  }
  interface HTMLElementEventMap {
    job: CustomEvent<JobCommand>;
  }
}
