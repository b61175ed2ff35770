import {css} from 'lit';

/** Text fields and native menus, on a dark sheet. */
export const fields = css`
  input:not([type='checkbox'], [type='radio'], [type='range']),
  select {
    width: 100%;
    min-height: var(--touch);
    padding: 0 14px;
    border: 1px solid #5a555d;
    border-radius: 12px;
    background: var(--ground);
    color: var(--text);
    font: inherit;
    /* Smaller text makes phones zoom in on the field. */
    font-size: 16px;
  }
  select {
    appearance: none;
    padding-right: 36px;
    text-overflow: ellipsis;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--text-soft) 50%),
      linear-gradient(-45deg, transparent 50%, var(--text-soft) 50%);
    background-position:
      calc(100% - 20px) 55%,
      calc(100% - 14px) 55%;
    background-size: 6px 6px;
    background-repeat: no-repeat;
    font-size: 15px;
    cursor: pointer;
  }
`;
