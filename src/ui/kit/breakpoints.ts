import {css} from 'lit';

/** Media condition of the studio: the gallery stands beside the stage, the controls below it. */
export const wide = css`all and (min-width: 900px) and (min-height: 500px)`;

/** Media condition of a tablet upright and the like: everything below the stage, with room for two beside. */
export const roomy = css`all and (min-width: 600px) and (max-width: 899.98px) and (min-height: 500px)`;

/** Media condition of a phone held sideways: everything stands beside the stage. */
export const sideways = css`all and (max-height: 499.98px) and (orientation: landscape) and
  (min-height: 160px) and ((min-width: 520px) or (min-height: 480px))`;

/** Media condition of a window too small for picture and controls: the controls scroll below it. */
export const tiny = css`all and ((max-width: 299.98px) or (max-height: 159.98px) or
  ((max-width: 519.98px) and (max-height: 479.98px)))`;

/** Media condition of a window in which the controls of the dock do not fit side by side. */
export const narrow = css`all and (max-width: 319.98px)`;
