import {css} from 'lit';

/** What can be set about an export: fields side by side where there is room for two. */
export const exportForm = css`
  :host {
    display: grid;
    gap: 14px;
  }
  label {
    display: grid;
    gap: 6px;
    font-size: 14px;
    font-weight: 550;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    gap: 14px;
  }
  .soft {
    margin: 0;
    color: var(--text-soft);
    font-size: 13px;
    text-wrap: pretty;
  }
  .wide,
  [type='submit'] {
    grid-column: 1 / -1;
  }
`;
