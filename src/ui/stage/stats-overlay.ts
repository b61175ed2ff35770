import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Stats} from '../../app/stats/stats.ts';
import {say} from '../../words/say.ts';
import {controls} from '../kit/controls.styles.ts';

/**
 * Speed at a glance: frames a second, milliseconds a frame, working size, model and stylizer, and
 * where that is the slow one, why.
 */
@customElement('stats-overlay')
export class StatsOverlay extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0 10px;
        padding: 4px 10px;
        border-radius: 10px;
        font-size: 12px;
        line-height: 18px;
        color: var(--text-soft);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      strong {
        color: var(--text);
        font-weight: 600;
      }
      .reason {
        flex-basis: 100%;
        /* Takes the width of the numbers, whatever its own. */
        width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  /** The numbers; null while nothing is painted yet. */
  @property({attribute: false}) stats: Stats | null = null;

  override render() {
    if (!this.stats) return null;
    const {fps, frameMs, width, height, model, stylizer, fallbackReason} = this.stats;
    return html`
      <span><strong>${fps.toFixed(0)}</strong> ${say('stage.fps')}</span>
      <span><strong>${frameMs.toFixed(1)}</strong> ${say('stage.ms')}</span>
      <span>${width} × ${height}</span>
      <span>${model}, ${stylizer}</span>
      ${
        fallbackReason &&
        html`<span class="reason" title=${fallbackReason}
          >${say('stage.slow', {reason: fallbackReason})}</span
        >`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stats-overlay': StatsOverlay;
  }
}
