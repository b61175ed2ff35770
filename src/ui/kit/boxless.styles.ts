import {css} from 'lit';

/** A host without a box: its parts are laid out by what is around it. */
export const boxless = css`
  :host {
    display: contents;
  }
`;
