import {css, html, LitElement, nothing} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Notice} from '../../app/notices/notice.ts';
import {say, sentence} from '../../words/say.ts';
import {tiny} from '../kit/breakpoints.ts';
import {controls} from '../kit/controls.styles.ts';
import {emit} from '../kit/emit.ts';
import {alertIcon, closeIcon, infoIcon} from '../kit/icons.ts';

const ICONS = {info: infoIcon, error: alertIcon};

/**
 * What a person is told, over the stage. Errors interrupt a screen reader, the others wait.
 *
 * @fires notice-dismiss - `detail` is the notice's id
 * @fires notice-act - its action is to be done; `detail` is the notice's id
 */
@customElement('notice-list')
export class NoticeList extends LitElement {
  static override styles = [
    controls,
    css`
      :host,
      [role] {
        display: grid;
        justify-items: center;
        gap: 8px;
      }
      .notice {
        display: flex;
        align-items: center;
        gap: 12px;
        max-width: 480px;
        min-height: 48px;
        padding: 2px 2px 2px 16px;
        border-radius: 24px;
        background: rgb(27 25 30 / 90%);
        font-size: 14px;
        opacity: 1;
        translate: 0 0;
        pointer-events: auto;
        text-wrap: pretty;
        transition:
          opacity var(--quick) var(--ease),
          translate var(--quick) var(--ease);
      }
      @starting-style {
        .notice {
          opacity: 0;
          translate: 0 -10px;
        }
      }
      .notice span {
        padding: 8px 0;
      }
      @media ${tiny} {
        .notice {
          gap: 8px;
          padding-left: 10px;
          border-radius: 14px;
          font-size: 13px;
        }
      }
      .primary {
        flex: none;
        min-height: 36px;
        white-space: nowrap;
      }
      .notice > svg {
        width: 22px;
        height: 22px;
        color: var(--text-soft);
      }
      .error > svg {
        color: var(--alert);
      }
    `,
  ];

  @property({attribute: false}) notices: readonly Notice[] = [];

  override render() {
    const isError = ({kind}: Notice) => kind === 'error';
    return html`
      <div role="alert">${this.renderNotices(this.notices.filter(isError))}</div>
      <div role="status">
        ${this.renderNotices(this.notices.filter((notice) => !isError(notice)))}
      </div>
    `;
  }

  private renderNotices(notices: readonly Notice[]) {
    if (notices.length === 0) return nothing;
    return repeat(
      notices,
      ({id}) => id,
      ({id, kind, message, action}) => html`
        <div class="notice glass ${kind}">
          ${ICONS[kind]}
          <span>${sentence(message)}</span>
          ${
            action &&
            html`
              <button class="primary" @click=${() => emit(this, 'notice-act', id)}>
                ${say(action)}
              </button>
            `
          }
          <button
            class="icon plain"
            aria-label=${say('page.dismiss')}
            @click=${() => emit(this, 'notice-dismiss', id)}
          >
            ${closeIcon}
          </button>
        </div>
      `,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-list': NoticeList;
  }
  interface HTMLElementEventMap {
    'notice-act': CustomEvent<number>;
    'notice-dismiss': CustomEvent<number>;
  }
}
