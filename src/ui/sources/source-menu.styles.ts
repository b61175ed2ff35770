import {css} from 'lit';

/** The pill that names the source, and the rows of its panel. */
export const sourceMenuStyles = css`
  :host {
    display: flex;
    min-width: 0;
    border-radius: 999px;
  }
  .source {
    min-width: 0;
    padding: 0 10px 0 14px;
  }
  .source svg:last-child {
    width: 18px;
    height: 18px;
    margin-left: -4px;
    color: var(--text-soft);
  }
  .source .spinner {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 2px;
  }
  .name {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h3 {
    margin: 0;
    padding: 8px 12px 4px;
    color: var(--text-soft);
    font-size: 13px;
    font-weight: 550;
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: flex-start;
    gap: 12px;
    width: 100%;
    min-height: 48px;
    padding: 0 12px;
    border-radius: 12px;
    background: transparent;
    font-weight: 500;
    text-align: left;
    cursor: pointer;
  }
  .row .name {
    flex: 1;
  }
  .row[aria-current] {
    color: var(--accent);
  }
  hr {
    height: 1px;
    margin: 6px 12px;
    border: 0;
    background: var(--line);
  }
`;
