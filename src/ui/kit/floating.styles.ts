import {css} from 'lit';

/** Declarations of what lies over the page: edge, shadow, and how it comes and goes. */
export const floating = css`
  border: 0;
  box-shadow:
    inset 0 0 0 1px var(--line),
    var(--shadow);
  color: var(--text);
  overflow-y: auto;
  overscroll-behavior: contain;
  opacity: 1;
  translate: 0 0;
  transition:
    opacity var(--quick) var(--ease),
    translate var(--quick) var(--ease);
`;
