import {css} from 'lit';

/** Buttons, icons, glass and focus as every element of the page shows them. */
export const controls = css`
  :host {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before {
    box-sizing: border-box;
  }

  svg {
    display: block;
    flex: none;
    width: 24px;
    height: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-width: var(--touch);
    min-height: var(--touch);
    margin: 0;
    padding: 0 14px;
    border: 0;
    border-radius: 999px;
    background: var(--raised);
    color: var(--text);
    font: inherit;
    font-weight: 550;
    text-decoration: none;
    cursor: pointer;
    user-select: none;
    -webkit-user-select: none;
    touch-action: manipulation;
    transition:
      background-color var(--quick) var(--ease),
      color var(--quick) var(--ease),
      scale var(--quick) var(--ease);
  }
  button:disabled {
    cursor: default;
    opacity: 0.45;
  }
  button:not(:disabled):active {
    scale: 0.96;
  }
  @media (hover: hover) {
    button:not(:disabled):hover,
    .button:hover {
      background: color-mix(in oklab, var(--raised), var(--text) 10%);
    }
  }
  button.primary,
  .button.primary {
    background: var(--accent);
    color: var(--on-accent);
  }
  @media (hover: hover) {
    button.primary:not(:disabled):hover,
    .button.primary:hover {
      background: color-mix(in oklab, var(--accent), white 22%);
    }
  }
  button.plain {
    background: transparent;
  }
  button.icon {
    padding: 0;
  }
  button[aria-pressed='true'] {
    color: var(--accent);
  }

  .glass {
    background: var(--glass);
    -webkit-backdrop-filter: var(--glass-blur);
    backdrop-filter: var(--glass-blur);
    box-shadow: inset 0 0 0 1px var(--line);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .spinner {
    width: 22px;
    height: 22px;
    border: 2.5px solid rgb(255 255 255 / 25%);
    border-top-color: var(--accent);
    border-radius: 50%;
    animation: turn var(--turn) linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;
