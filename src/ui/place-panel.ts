const GAP = 10;

/**
 * Puts an open popover above `anchor`, inside the window, by setting the custom properties
 * `--panel-left` and `--panel-bottom` (pixels) its style sheet is free to use.
 */
export function placePanel(panel: HTMLElement, anchor: HTMLElement): void {
  const rectangle = anchor.getBoundingClientRect();
  const rightmost = window.innerWidth - panel.offsetWidth - GAP;
  const left = Math.max(GAP, Math.min(rectangle.left, rightmost));
  panel.style.setProperty('--panel-left', `${left}px`);
  panel.style.setProperty('--panel-bottom', `${window.innerHeight - rectangle.top + GAP}px`);
}
