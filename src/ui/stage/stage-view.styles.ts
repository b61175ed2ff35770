import {css} from 'lit';
import {sideways, tiny, wide} from '../kit/breakpoints.ts';

/** Layout of the stage: the picture as large as it fits, everything else over it. */
export const stageStyles = css`
  :host {
    display: grid;
    place-items: center;
    container-type: size;
    min-width: 0;
    min-height: 0;
  }
  .picture {
    position: relative;
    display: grid;
    place-items: center;
    width: min(100cqw, 100cqh * var(--aspect, 1.3333));
    aspect-ratio: var(--aspect, 1.3333);
    background: #0c0b0e;
    overflow: hidden;
    user-select: none;
    -webkit-user-select: none;
  }
  :host([clean]) .picture {
    background: transparent;
  }
  @media ${wide} {
    :host(:not([clean])) .picture {
      border-radius: var(--radius);
    }
  }
  canvas {
    grid-area: 1 / 1;
    display: block;
    width: 100%;
    height: 100%;
    min-height: 0;
    /* Working sizes are rounded to multiples of 16: cover hides the hair's breadth this leaves. */
    object-fit: cover;
  }
  /* What is cut out is seen to be clear; elsewhere the painting covers it. */
  :host(:not([clean])) canvas {
    background: repeating-conic-gradient(#2b292f 0 25%, #211f25 0 50%) 0 0 / 24px 24px;
  }
  .waiting canvas {
    visibility: hidden;
  }
  start-progress,
  .play,
  .failure {
    grid-area: 1 / 1;
    z-index: 1;
  }
  .play,
  .invitation button {
    min-height: 54px;
    padding: 0 26px 0 22px;
    font-size: 17px;
    font-weight: 600;
    box-shadow: 0 6px 28px rgb(0 0 0 / 40%);
  }

  .failure {
    display: grid;
    justify-items: center;
    gap: 10px;
    max-width: min(420px, 100% - 32px);
    padding: 22px 24px;
    border-radius: 20px;
    text-align: center;
    text-wrap: pretty;
  }
  .failure p {
    margin: 0;
  }
  .failure svg {
    width: 30px;
    height: 30px;
    color: var(--alert);
  }

  .foot {
    position: absolute;
    inset: auto 10px 10px;
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 6px;
    pointer-events: none;
  }
  stats-overlay {
    max-width: 100%;
    pointer-events: auto;
  }
  [role='status'] {
    min-width: 0;
  }
  .line,
  .frozen {
    margin: 0;
    padding: 3px 12px;
    border-radius: 15px;
    font-size: 13px;
    text-wrap: pretty;
  }
  button.line {
    display: block;
    min-height: 0;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 400;
    pointer-events: auto;
  }
  .frozen {
    margin-left: auto;
    font-weight: 600;
  }

  film-bar {
    position: absolute;
    inset: auto 10px 10px;
  }
  .foot:has(~ film-bar) {
    bottom: 66px;
  }
  .invitation {
    position: absolute;
    bottom: clamp(14px, 5cqh, 36px);
    display: grid;
    justify-items: center;
    gap: 10px;
  }
  .invitation p {
    margin: 0;
    padding: 3px 12px;
    border-radius: 999px;
    font-size: 13px;
  }

  .flash {
    position: absolute;
    inset: 0;
    background: white;
    opacity: 0;
    pointer-events: none;
  }

  @media not ${wide} {
    .invitation ~ .foot stats-overlay {
      display: none;
    }
  }
  @media ${sideways}, ${tiny} {
    .invitation p {
      display: none;
    }
  }
  @media ${tiny}, (max-height: 319.98px) {
    .invitation {
      bottom: 8px;
    }
    .play,
    .invitation button {
      min-height: var(--touch);
      padding: 0 18px 0 14px;
      font-size: 15px;
      white-space: nowrap;
    }
    @container (width < 200px) {
      .play svg,
      .invitation svg {
        display: none;
      }
    }
    .failure {
      max-width: calc(100% - 8px);
      max-height: calc(100% - 8px);
      padding: 8px 12px;
      border-radius: 12px;
      font-size: 13px;
      overflow-y: auto;
    }
    .failure svg {
      display: none;
    }
    .foot {
      inset: auto 4px 4px;
    }
  }
`;
