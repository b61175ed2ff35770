import {css} from 'lit';
import {wide} from '../kit/breakpoints.ts';
import {progressBar} from '../kit/progress.styles.ts';

/** The slot beside the shutter that shows the newest clip, and the list it opens. */
export const clipTrayStyles = css`
  ${progressBar}
  :host {
    display: block;
  }
  .slot {
    position: relative;
    width: 48px;
    height: 48px;
    padding: 0;
    border-radius: 13px;
    background: var(--raised);
  }
  .slot:disabled {
    background: none;
    box-shadow: inset 0 0 0 1.5px #3a363d;
  }
  .slot :is(img, video, moving-picture) {
    width: 100%;
    height: 100%;
    object-fit: cover;
    border-radius: inherit;
    box-shadow: 0 0 0 1.5px rgb(255 255 255 / 70%);
    pointer-events: none;
  }
  .slot progress {
    position: absolute;
    inset: auto 5px 5px;
    width: calc(100% - 10px);
  }
  .count {
    position: absolute;
    top: -7px;
    right: -7px;
    min-width: 20px;
    height: 20px;
    padding: 0 5px;
    border-radius: 10px;
    background: var(--text);
    color: var(--ground);
    font-size: 12px;
    font-weight: 650;
    line-height: 20px;
    text-align: center;
  }
  .clips[hidden] {
    display: none;
  }
  ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .preview {
    display: block;
    width: 100%;
    max-height: min(36dvh, 300px);
    border-radius: var(--radius);
    background: #0c0b0e;
    object-fit: contain;
  }
  p {
    margin: 0;
    padding: 10px 6px 0;
    font-size: 14px;
    text-wrap: pretty;
  }
  .about {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 6px 0 0 6px;
  }
  .words {
    flex: 1;
    min-width: 0;
    margin-right: 6px;
  }
  .words div {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 14px;
    font-weight: 550;
  }
  .words div + div {
    color: var(--text-soft);
    font-size: 13px;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .button.primary {
    padding: 0 16px 0 12px;
  }
  .kinds {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .clips:not([hidden]) + .kinds {
    margin-top: 16px;
  }
  @media (min-height: 500px) {
    /* What can be made is in sight, however many clips there are. */
    .clips:not([hidden]) + .kinds {
      position: sticky;
      bottom: -8px;
      margin: 8px -8px -8px;
      padding: 8px;
      background: #1b191e;
    }
  }
  @media ${wide} {
    [popover] {
      width: 400px;
      /* The shutter is higher than the slot. */
      margin-bottom: 12px;
    }
  }
`;
