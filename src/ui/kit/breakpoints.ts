import {css} from 'lit';

/** Media condition of the studio: the gallery stands beside the stage, the controls below it. */
export const wide = css`all and (min-width: 900px) and (min-height: 500px)`;

/** Media condition of a phone held sideways: everything stands beside the stage. */
export const sideways = css`all and (max-height: 499.98px) and (orientation: landscape)`;
