import {css} from 'lit';
import {sideways} from '../kit/breakpoints.ts';

/** A picture with a bar below it, and what is said and done about it. */
export const loopPreviewStyles = css`
  :host {
    display: block;
  }
  canvas {
    display: block;
    width: 100%;
    height: min(30dvh, 250px);
    border-radius: var(--radius) var(--radius) 0 0;
    background: #0c0b0e;
    object-fit: contain;
  }
  @media ${sideways} {
    canvas {
      height: max(100px, 86dvh - 160px);
    }
  }
  .bar {
    height: 4px;
    border-radius: 0 0 2px 2px;
    background: linear-gradient(
      to right,
      var(--tone) calc(var(--share, 0) * 100%),
      var(--raised) calc(var(--share, 0) * 100%)
    );
    --tone: var(--accent);
  }
  .filming {
    --tone: var(--record);
  }
  .foot {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--touch);
    padding: 6px 0 2px;
    font-size: 13px;
  }
  .about {
    flex: 1;
    color: var(--text-soft);
    font-variant-numeric: tabular-nums;
  }
  .foot button {
    min-height: 36px;
    padding: 0 14px 0 12px;
    font-size: 13px;
  }
  .foot button.icon {
    min-width: 36px;
    padding: 0;
  }
  .foot svg {
    width: 20px;
    height: 20px;
  }
  .light {
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: var(--record);
  }
`;
