import {css} from 'lit';

/** The look of `<input type="checkbox" class="switch">`. */
export const switches = css`
  .switch {
    appearance: none;
    flex: none;
    position: relative;
    width: 44px;
    height: 26px;
    margin: 0;
    border-radius: 13px;
    background: #57525a;
    cursor: pointer;
    transition: background-color var(--quick) var(--ease);
  }
  .switch::before {
    content: '';
    position: absolute;
    top: 3px;
    left: 3px;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    background: var(--text);
    transition: translate var(--quick) var(--ease);
  }
  .switch:checked {
    background: var(--accent);
  }
  .switch:checked::before {
    translate: 18px;
    background: var(--on-accent);
  }
`;
