import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {dividerIcon, freezeIcon, fullScreenIcon, windowIcon} from '../kit/icons.ts';

/**
 * The switches for how the picture is looked at.
 *
 * @fires divider-toggle - show or hide the before/after divider
 * @fires freeze-toggle - freeze the picture, or let it run
 * @fires full-screen-toggle - enter or leave full screen
 */
@customElement('stage-tools')
export class StageTools extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        border-radius: 999px;
      }
    `,
  ];

  /** True while the divider is shown. */
  @property({type: Boolean}) divided = false;
  /** True while the picture is frozen. */
  @property({type: Boolean}) paused = false;
  /** True while the stage fills the screen. */
  @property({type: Boolean}) filling = false;

  override render() {
    const fullScreen = this.filling ? 'Leave full screen' : 'Full screen';
    return html`
      <button
        class="icon plain"
        aria-label="Before and after"
        title="Before and after (B)"
        aria-pressed=${this.divided}
        @click=${() => emit(this, 'divider-toggle')}
      >
        ${dividerIcon}
      </button>
      <button
        class="icon plain"
        aria-label="Freeze the picture"
        title="Freeze the picture (P)"
        aria-pressed=${this.paused}
        @click=${() => emit(this, 'freeze-toggle')}
      >
        ${freezeIcon}
      </button>
      <button
        class="icon plain"
        aria-label=${fullScreen}
        title="${fullScreen} (F)"
        @click=${() => emit(this, 'full-screen-toggle')}
      >
        ${this.filling ? windowIcon : fullScreenIcon}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stage-tools': StageTools;
  }
}
