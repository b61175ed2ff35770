import {css} from 'lit';
import {sideways, wide} from '../kit/breakpoints.ts';

/**
 * On a phone, as many rows as there is room for, which scroll sideways together; beside the stage,
 * columns that scroll down.
 */
export const galleryStyles = css`
  :host {
    container-type: size;
    display: flex;
    gap: 10px;
    height: 100%;
    padding: 12px 14px 0;
    overflow: auto hidden;
    overscroll-behavior: contain;
    scrollbar-width: none;
    scroll-padding: 0 40px;
  }
  .own-actions,
  [role='radiogroup'] {
    --rows: 1;
    --row: calc((100cqh - 12px - 10px * (var(--rows) - 1)) / var(--rows));
    --title: 22px;
    display: grid;
    grid: repeat(var(--rows), var(--row)) / auto-flow calc(var(--row) - var(--title));
    gap: 10px;
  }
  @container (height > 240px) {
    .own-actions,
    [role='radiogroup'] {
      --rows: 2;
    }
  }
  @container (height > 380px) {
    .own-actions,
    [role='radiogroup'] {
      --rows: 3;
    }
  }

  .tile,
  [role='radio'] {
    display: grid;
    grid-template: auto var(--title) / 100%;
    align-items: end;
    gap: 0;
    width: 100%;
    padding: 0;
    border-radius: var(--radius);
    background: none !important;
    color: var(--text-soft);
    font-size: 12px;
    font-weight: 500;
    line-height: 16px;
    text-align: center;
  }
  .tile .face {
    display: grid;
    place-items: center;
    width: 100%;
    aspect-ratio: 1;
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    color: var(--text);
    transition: background-color var(--quick) var(--ease);
  }
  .tile span:last-child,
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    transition: color var(--quick) var(--ease);
  }

  /* As wide as the words are: into the gaps beside it. */
  .tile span:last-child {
    margin: 0 -5px;
  }

  .card {
    container-type: inline-size;
    position: relative;
  }
  .frame {
    position: relative;
    border-radius: var(--radius);
  }
  img {
    display: block;
    width: 100%;
    height: auto;
    aspect-ratio: 1;
    object-fit: cover;
    border-radius: inherit;
    background: var(--raised);
    transition: opacity var(--quick) var(--ease);
  }
  .lost {
    display: grid;
    place-items: center;
    aspect-ratio: 1;
    border-radius: inherit;
    background: var(--surface);
    color: var(--alert);
  }
  .frame::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 8%);
    transition: box-shadow var(--quick) var(--ease);
  }
  [aria-checked='true'] .frame::after {
    box-shadow:
      inset 0 0 0 3px var(--accent),
      inset 0 0 0 5px var(--ground);
  }
  [aria-checked='true'] .title {
    color: var(--accent);
    font-weight: 600;
  }
  [aria-busy='true'] img {
    opacity: 0.35;
  }
  @media (hover: hover) {
    [role='radio']:not([aria-checked='true']):hover .title,
    .tile:not(:disabled):hover {
      color: var(--text);
    }
    [role='radio']:not([aria-checked='true']):hover .frame::after {
      box-shadow: inset 0 0 0 2px rgb(255 255 255 / 55%);
    }
    .tile:not(:disabled):hover .face {
      background: var(--raised);
    }
  }
  .spinner {
    width: 30px;
    height: 30px;
    position: absolute;
    inset: 0;
    margin: auto;
  }
  .edit,
  .mix {
    position: absolute;
    top: 8px;
    min-width: 32px;
    min-height: 32px;
  }
  .edit {
    right: 8px;
  }
  .mix {
    left: 8px;
    display: none;
  }
  .mix svg {
    width: 18px;
    height: 18px;
  }
  :host([mixing]) .mix {
    display: inline-flex;
  }
  @media (hover: hover) {
    .card:hover .mix {
      display: inline-flex;
    }
  }
  /* On the picture, which is as high as it is wide. */
  .share {
    position: absolute;
    top: calc(100cqw - 28px);
    left: 8px;
    padding: 2px 7px;
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 12px;
    font-weight: 650;
    line-height: 16px;
    font-variant-numeric: tabular-nums;
  }
  [data-mixed] [aria-checked='false'] .frame::after {
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  /* Looks small on the picture, yet is large enough for a thumb. */
  .edit::after,
  :host([mixing]) .mix::after {
    content: '';
    position: absolute;
    inset: -6px;
  }

  @media ${wide}, ${sideways} {
    :host {
      display: block;
      padding: 0 16px 24px;
      overflow: hidden auto;
      scrollbar-width: thin;
      scrollbar-color: #4a464e transparent;
      scroll-padding: 72px 0 40px;
      mask-image: linear-gradient(to top, transparent, black 32px);
    }
    .own-actions {
      position: sticky;
      top: 0;
      z-index: 1;
      grid: auto / 1fr 1fr;
      margin: 0 -4px;
      padding: 0 4px 12px;
      background: linear-gradient(var(--ground) 80%, transparent);
    }
    [role='radiogroup'] {
      grid: auto / repeat(auto-fill, minmax(124px, 1fr));
      gap: 12px;
    }
    .tile {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 52px;
      padding: 0 10px;
      background: var(--surface) !important;
      box-shadow: inset 0 0 0 1px var(--line);
      color: var(--text);
      font-size: 13px;
    }
    .tile .face {
      display: contents;
    }
    .tile span:last-child {
      margin: 0;
      line-height: 1.2;
      text-align: left;
      text-wrap: balance;
      white-space: normal;
    }
    [role='radio'] {
      font-size: 13px;
      text-align: left;
    }
    .title {
      padding-left: 2px;
    }
  }
  @media ${sideways} {
    :host {
      padding: 8px 12px 24px 4px;
    }
    [role='radiogroup'] {
      grid: auto / 1fr 1fr;
      gap: 10px;
    }
    .own-actions {
      position: static;
      grid: auto / repeat(auto-fit, minmax(104px, 1fr));
    }
    .tile {
      gap: 5px;
      min-height: 44px;
      padding: 0;
      font-size: 12px;
      white-space: nowrap;
    }
    .tile svg {
      width: 18px;
      height: 18px;
    }
  }
`;
