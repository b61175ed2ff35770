import {css} from 'lit';

/** Small buttons side by side, of which one may be pressed. */
export const buttonRow = css`
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: 4px 0;
  }
  .buttons button {
    min-width: 0;
    min-height: 36px;
    padding: 0 12px;
    font-size: 13px;
  }
  .buttons button[aria-pressed='true'] {
    background: var(--text);
    color: var(--ground);
  }
`;
