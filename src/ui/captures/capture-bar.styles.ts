import {css} from 'lit';
import {sideways, tiny} from '../kit/breakpoints.ts';

/** The shutter and what stands beside it. */
export const captureBarStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: var(--dock-gap, clamp(12px, 4vw, 18px));
  }
  @media ${sideways} {
    :host {
      flex-direction: column;
      gap: 10px;
    }
  }
  .icon:not(.record) {
    min-width: 48px;
    min-height: 48px;
  }
  .record {
    --size: 72px;
    display: grid;
    place-items: center;
    flex: none;
    width: var(--size);
    height: var(--size);
    border: 4px solid var(--text);
    background: none !important;
  }
  .record::before {
    content: '';
    width: calc(var(--size) - 16px);
    height: calc(var(--size) - 16px);
    border-radius: 28px;
    background: var(--record);
    transition:
      width var(--quick) var(--ease),
      height var(--quick) var(--ease),
      border-radius var(--quick) var(--ease);
  }
  .record.running::before {
    width: 26px;
    height: 26px;
    border-radius: 7px;
  }
  @media ${tiny} {
    .record {
      --size: 56px;
    }
  }
  .pause {
    position: relative;
  }
  .soundless {
    position: absolute;
    top: -8px;
    right: -8px;
    display: grid;
    place-items: center;
    width: 26px;
    height: 26px;
    border-radius: 50%;
    background: var(--alert);
    color: var(--ground);
  }
  .soundless svg {
    width: 18px;
    height: 18px;
  }
  @media (hover: hover) {
    .record:not(:disabled):hover::before {
      background: color-mix(in oklab, var(--record), white 14%);
    }
  }
`;
