import {css} from 'lit';
import {sideways} from '../kit/breakpoints.ts';

/** Rows of choices, beside the preview where there is more width than height. */
export const loopFormStyles = css`
  .row {
    grid-template-columns: 4.4em minmax(0, 1fr);
  }
  .length {
    grid-template-columns: 4.4em minmax(0, 1fr) 2.6em;
  }
  .value {
    color: var(--text-soft);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .hint,
  [role='alert'] {
    margin: -4px 0 6px;
    color: var(--text-soft);
    font-size: 13px;
    text-wrap: pretty;
  }
  [role='alert'] {
    margin-top: 0;
    color: var(--alert);
  }
  .grain {
    grid-template-columns: minmax(0, 1fr) auto;
    cursor: pointer;
  }
  .end {
    position: sticky;
    bottom: 0;
    padding: 8px 0 0;
    background: var(--surface);
  }
  .end button {
    width: 100%;
  }
  @media ${sideways} {
    :host {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 24px;
    }
    /* Below the heading of the sheet, which stays, too. */
    loop-preview {
      position: sticky;
      top: 60px;
      align-self: start;
    }
  }
`;
