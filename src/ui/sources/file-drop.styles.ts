import {css} from 'lit';
import {tiny} from '../kit/breakpoints.ts';

/** Fields all over the page that say what is done with what is dropped. */
export const fileDropStyles = css`
  :host {
    position: fixed;
    inset: 0;
    z-index: 10;
    display: flex;
    gap: 16px;
    padding: 16px;
    background: rgb(8 7 9 / 72%);
    -webkit-backdrop-filter: blur(10px);
    backdrop-filter: blur(10px);
  }
  @media (orientation: portrait) {
    :host {
      flex-direction: column;
    }
  }
  .field {
    flex: 1;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 16px;
    border: 2px dashed #6d676f;
    border-radius: 24px;
    text-align: center;
    transition:
      border-color var(--quick) var(--ease),
      background-color var(--quick) var(--ease);
  }
  .field.over {
    border-color: var(--accent);
    background: rgb(255 189 102 / 10%);
  }
  .field > * {
    pointer-events: none;
  }
  svg {
    width: 44px;
    height: 44px;
    stroke-width: 1.3;
    color: var(--accent);
  }
  strong {
    font-size: 20px;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  span {
    color: var(--text-soft);
  }
  @media ${tiny} {
    :host {
      gap: 8px;
      padding: 8px;
    }
    .field {
      gap: 2px;
      padding: 4px;
      border-radius: 12px;
    }
    svg {
      display: none;
    }
    strong {
      font-size: 16px;
    }
    span {
      font-size: 13px;
    }
  }
`;
