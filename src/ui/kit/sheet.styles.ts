import {css} from 'lit';
import {floating} from './floating.styles.ts';

/** A native `<dialog>`: a sheet at the bottom of a phone, a card in the middle of a wide screen. */
export const sheet = css`
  :host {
    /* The page is laid out as if it were not there. */
    display: contents;
  }
  dialog {
    ${floating}
    width: 100%;
    max-width: 480px;
    max-height: min(86dvh, 720px);
    margin: auto auto 0;
    padding: 0;
    border-radius: 22px 22px 0 0;
    background: var(--surface);
  }
  @starting-style {
    dialog[open] {
      opacity: 0;
      translate: 0 24px;
    }
  }
  dialog::backdrop {
    background: rgb(8 7 9 / 60%);
  }
  @media (min-width: 600px) {
    dialog {
      margin: auto;
      border-radius: 22px;
    }
  }

  .content {
    padding: 8px 20px calc(20px + env(safe-area-inset-bottom));
  }
  header {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-right: -12px;
    padding: 8px 0;
    background: var(--surface);
  }
  h2 {
    margin: 0;
    font-size: 18px;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
`;
