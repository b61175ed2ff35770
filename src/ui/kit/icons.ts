import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

/** A drawing on a 24-unit grid; size, stroke and colour come from `controls.styles.ts`. */
export type Icon = TemplateResult;

/** Puts a shape on the grid. */
export function icon(shape: SVGTemplateResult): Icon {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;
}

/** A film camera: a live source. */
export const cameraIcon = icon(
  svg`<rect x="2.5" y="6" width="13" height="12" rx="3"/><path d="m15.5 11 4.6-3a.9.9 0 0 1 1.4.8v6.4a.9.9 0 0 1-1.4.8l-4.6-3"/>`,
);
/** A figure in front of a hill: the demo scene. */
export const demoIcon = icon(
  svg`<circle cx="9" cy="7" r="2.5"/><path d="M4.5 20c0-5 1.5-7.5 4.5-7.5s4.5 2.5 4.5 7.5M13 15.5c1-2.5 2.5-4 4-4s3 1.5 4.5 4.5M2.5 20h19"/>`,
);
/** A strip of film: a video file. */
export const filmIcon = icon(
  svg`<rect x="3" y="4" width="18" height="16" rx="3"/><path d="M7.5 4v16M16.5 4v16M3 9.3h4.5M3 14.7h4.5M16.5 9.3H21M16.5 14.7H21"/>`,
);
/** A screen on its stand: a screen that is shared. */
export const screenIcon = icon(
  svg`<rect x="3" y="4.5" width="18" height="12" rx="2.5"/><path d="M12 16.5V20M8 20h8"/>`,
);
/** A landscape in a frame: a picture. */
export const pictureIcon = icon(
  svg`<rect x="3" y="4" width="18" height="16" rx="3"/><circle cx="8.5" cy="9.5" r="1.5"/><path d="m4 18 5-5 3.5 3.5 3-3L20.5 18"/>`,
);
export const folderIcon = icon(
  svg`<path d="M3.5 7.5a2 2 0 0 1 2-2h4l2 2.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2z"/>`,
);
/** Two triangles either side of an axis: mirror. */
export const mirrorIcon = icon(
  svg`<path d="M12 4v2M12 9v2M12 13.5v2M12 18v2M9 7v10H3.5zM15 7v10h5.5z"/>`,
);
/** Two arrows in a ring: the other camera. */
export const switchIcon = icon(
  svg`<path d="M20 11a8 8 0 0 0-14.3-3.5M4 13a8 8 0 0 0 14.3 3.5M5.5 3.5v4.2h4.2M18.5 20.5v-4.2h-4.2"/>`,
);
/** A microphone that listens. */
export const microphoneIcon = icon(
  svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>`,
);
/** A microphone that is off. */
export const microphoneOffIcon = icon(
  svg`<path d="M15 10.5V6a3 3 0 0 0-5.7-1.3M9 9v2a3 3 0 0 0 4.7 2.5M5.5 11.5a6.5 6.5 0 0 0 10.6 5M18.3 13.3a6.5 6.5 0 0 0 .2-1.8M12 18v3M4 3.5l16 17"/>`,
);
/** A photo camera: snapshot. */
export const snapshotIcon = icon(
  svg`<path d="M3 9.5a2.5 2.5 0 0 1 2.5-2.5h1.7l1.5-2.3h6.6L16.8 7h1.7A2.5 2.5 0 0 1 21 9.5v7a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16.5z"/><circle cx="12" cy="12.8" r="3.5"/>`,
);
/** Two bars: pause. */
export const pauseIcon = icon(svg`<path d="M9 6v12M15 6v12"/>`);
/** A triangle: go on. */
export const playIcon = icon(svg`<path d="M8 5.5v13l10.5-6.5z"/>`);
/** A snowflake: freeze the picture. */
export const freezeIcon = icon(
  svg`<path d="M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5 12 7l2.5-2.5M9.5 19.5 12 17l2.5 2.5M4 11l3.3-.9-.8-3.4M20 13l-3.3.9.8 3.4M4 13l3.3.9-.8 3.4M20 11l-3.3-.9.8-3.4"/>`,
);
/** A frame cut in two: before and after. */
export const dividerIcon = icon(
  svg`<rect x="3" y="5" width="18" height="14" rx="3"/><path d="M12 2.5v19"/><path d="M12 5h6a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-6z" fill="currentColor"/>`,
);
/** Four corners that point out: full screen. */
export const fullScreenIcon = icon(
  svg`<path d="M9 4H6a2 2 0 0 0-2 2v3M15 4h3a2 2 0 0 1 2 2v3M9 20H6a2 2 0 0 1-2-2v-3M15 20h3a2 2 0 0 0 2-2v-3"/>`,
);
/** Four corners that point in: leave full screen. */
export const windowIcon = icon(
  svg`<path d="M4 9h3a2 2 0 0 0 2-2V4M20 9h-3a2 2 0 0 1-2-2V4M4 15h3a2 2 0 0 1 2 2v3M20 15h-3a2 2 0 0 0-2 2v3"/>`,
);
/** A small frame over a large one: a window of its own. */
export const popOutIcon = icon(
  svg`<path d="M20.5 10.5V7A2.5 2.5 0 0 0 18 4.5H6A2.5 2.5 0 0 0 3.5 7v9A2.5 2.5 0 0 0 6 18.5h3"/><rect x="12" y="13" width="9" height="6.5" rx="1.5"/>`,
);
/** Two sliders: settings. */
export const settingsIcon = icon(
  svg`<path d="M3.5 8H12M18 8h2.5M3.5 16H6M12 16h8.5"/><circle cx="15" cy="8" r="2.8"/><circle cx="9" cy="16" r="2.8"/>`,
);
/** A question mark: help. */
export const helpIcon = icon(
  svg`<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1 1-1.1 1.8M12 16.7v.1"/>`,
);
/** A plus: add. */
export const plusIcon = icon(svg`<path d="M12 5v14M5 12h14"/>`);
/** A frame with a spark: make a style of this picture. */
export const frameIcon = icon(
  svg`<path d="M8.5 4H6a2 2 0 0 0-2 2v2.5M15.5 4H18a2 2 0 0 1 2 2v2.5M8.5 20H6a2 2 0 0 1-2-2v-2.5M15.5 20H18a2 2 0 0 0 2-2v-2.5M12 8c.4 2.6 1.4 3.6 4 4-2.6.4-3.6 1.4-4 4-.4-2.6-1.4-3.6-4-4 2.6-.4 3.6-1.4 4-4z"/>`,
);
/** Three dots: more on this. */
export const moreIcon = icon(svg`<path d="M6 12h.01M12 12h.01M18 12h.01" stroke-width="3"/>`);
/** A cross: close. */
export const closeIcon = icon(svg`<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>`);
/** A tick: chosen, or done. */
export const checkIcon = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`);
/** A small arrow down: opens a list. */
export const chevronIcon = icon(svg`<path d="m7.5 10 4.5 4.5 4.5-4.5"/>`);
/** An arrow into a tray: download. */
export const downloadIcon = icon(svg`<path d="M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15"/>`);
/** An arrow out of a tray: open a file. */
export const uploadIcon = icon(svg`<path d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 19.5h15"/>`);
/** An arrow out of a box: share. */
export const shareIcon = icon(
  svg`<path d="M12 14.5V3.5M8 7.5l4-4 4 4M8 11H6.5a1.5 1.5 0 0 0-1.5 1.5v6A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5v-6a1.5 1.5 0 0 0-1.5-1.5H16"/>`,
);
/** A bin: remove. */
export const binIcon = icon(
  svg`<path d="M4.5 6.5h15M9.5 6.5V4.5h5v2M6.5 6.5l.8 12a1.5 1.5 0 0 0 1.5 1.5h6.4a1.5 1.5 0 0 0 1.5-1.5l.8-12M10.5 10.5v5.5M13.5 10.5v5.5"/>`,
);
/** A sign that something went wrong. */
export const alertIcon = icon(
  svg`<path d="M10.3 4.6 3 17.2A2 2 0 0 0 4.7 20h14.6a2 2 0 0 0 1.7-2.8L13.7 4.6a2 2 0 0 0-3.4 0zM12 9.5v4M12 16.7v.1"/>`,
);
/** A letter i: good to know. */
export const infoIcon = icon(svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.7v.1"/>`);
/** The mark of the app: a lens, half of it painted. */
export const markIcon = icon(
  svg`<path d="M10 4.7a7.6 7.6 0 0 0 0 14.6" stroke-width="2"/><circle cx="10" cy="12" r="1.8" fill="currentColor" stroke="none"/><g stroke="var(--accent)"><path d="M13.7 4.6a7.6 7.6 0 0 1 0 14.8" stroke-width="2.8"/><path d="M13.7 8.7a3.7 3.7 0 0 1 0 6.6" stroke-width="2.4"/></g>`,
);
