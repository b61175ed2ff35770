import {css, html, LitElement} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {say} from '../../words/say.ts';
import {titleWithKey} from '../commands/shown-key.ts';
import {wide} from '../kit/breakpoints.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {dividerIcon, freezeIcon, fullScreenIcon, popOutIcon, windowIcon} from '../kit/icons.ts';

/**
 * The switches for how the picture is looked at.
 *
 * @fires divider-toggle - show or hide the before/after divider
 * @fires freeze-toggle - freeze the picture, or let it run
 * @fires pop-out-toggle - open a window for the picture, or close it
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
      /* There a window of its own would be of little use. */
      @media not ${wide} {
        .pop-out {
          display: none;
        }
      }
    `,
  ];

  /** True while the divider is shown. */
  @property({type: Boolean}) divided = false;
  /** True while the picture is frozen. */
  @property({type: Boolean}) frozen = false;
  /** True while the picture is in a window of its own, too. */
  @property({type: Boolean}) poppedOut = false;
  /** True while the stage fills the screen. */
  @property({type: Boolean}) filling = false;

  override render() {
    const fullScreen = this.filling ? 'command.leave-full-screen' : 'command.full-screen';
    return html`
      <button
        class="icon plain"
        aria-label=${say('command.divider')}
        title=${titleWithKey('divider')}
        aria-pressed=${this.divided}
        @click=${() => emit(this, 'divider-toggle')}
      >
        ${dividerIcon}
      </button>
      <button
        class="icon plain"
        aria-label=${say('command.freeze')}
        title=${titleWithKey('freeze')}
        aria-pressed=${this.frozen}
        @click=${() => emit(this, 'freeze-toggle')}
      >
        ${freezeIcon}
      </button>
      <button
        class="icon plain pop-out"
        aria-label=${say('command.pop-out')}
        title=${titleWithKey('popOut')}
        aria-pressed=${this.poppedOut}
        @click=${() => emit(this, 'pop-out-toggle')}
      >
        ${popOutIcon}
      </button>
      <button
        class="icon plain"
        aria-label=${say(fullScreen)}
        title=${titleWithKey('fullScreen', fullScreen)}
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
  interface HTMLElementEventMap {
    'divider-toggle': CustomEvent<void>;
    'freeze-toggle': CustomEvent<void>;
    'pop-out-toggle': CustomEvent<void>;
    'full-screen-toggle': CustomEvent<void>;
  }
}
