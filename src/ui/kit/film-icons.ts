import {svg} from 'lit';
import {icon} from './icons.ts';

/** A triangle to a line: a frame on. */
export const stepIcon = icon(svg`<path d="M7 6.5v11l8.5-5.5zM17.5 6.5v11"/>`);
/** The same, the other way: a frame back. */
export const stepBackIcon = icon(svg`<path d="M17 6.5v11L8.5 12zM6.5 6.5v11"/>`);
/** Two arrows around: begins anew. */
export const loopIcon = icon(
  svg`<path d="M4.5 12V9.5A2.5 2.5 0 0 1 7 7h11.5M15.5 4l3 3-3 3M19.5 12v2.5A2.5 2.5 0 0 1 17 17H5.5M8.5 20l-3-3 3-3"/>`,
);
/** A loudspeaker. */
export const soundIcon = icon(
  svg`<path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>`,
);
/** A loudspeaker that is off. */
export const soundOffIcon = icon(
  svg`<path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM16 9.5l5 5M21 9.5l-5 5"/>`,
);
