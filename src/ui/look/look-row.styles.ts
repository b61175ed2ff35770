import {css} from 'lit';

/** One thing to set, as a row of the panel: its name, and beside that what sets it. */
export const lookRow = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 12px;
    min-height: var(--touch);
    font-size: 14px;
    font-weight: 550;
  }
`;
