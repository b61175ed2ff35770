import {css} from 'lit';

/** How far something is. */
export const progressBar = css`
  progress {
    height: 6px;
    appearance: none;
    border: none;
    border-radius: 3px;
    background: var(--raised);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    background: var(--accent);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
`;
