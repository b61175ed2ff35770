import {css} from 'lit';
import {wide} from './breakpoints.ts';
import {floating} from './floating.styles.ts';

/** A `popover`: at its button on a wide screen (see `placePanel`), at the bottom of a phone. */
export const panel = css`
  [popover] {
    ${floating}
    inset: auto 8px calc(8px + env(safe-area-inset-bottom));
    width: auto;
    max-width: 480px;
    max-height: min(76dvh, 100dvh - 16px);
    margin: 0 auto;
    padding: 8px;
    border-radius: 20px;
    background: rgb(27 25 30 / 92%);
    -webkit-backdrop-filter: var(--glass-blur);
    backdrop-filter: var(--glass-blur);
  }
  @starting-style {
    [popover]:popover-open {
      opacity: 0;
      translate: 0 10px;
    }
  }
  @media ${wide} {
    [popover] {
      inset: var(--panel-top) auto var(--panel-bottom) var(--panel-left);
      width: 320px;
      max-height: calc(100dvh - 120px);
      margin: 0;
    }
  }
`;
