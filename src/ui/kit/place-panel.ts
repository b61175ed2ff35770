const GAP = 10;

/**
 * Says where a popover that belongs to `anchor` stands: above it, or below one in the upper half
 * of the window. Sets the custom properties `--panel-left`, `--panel-top` and `--panel-bottom`.
 */
export function placePanel(panel: HTMLElement, anchor: HTMLElement): void {
  const {left, top, bottom} = anchor.getBoundingClientRect();
  const below = top < window.innerHeight / 2;
  panel.style.setProperty('--panel-left', `${left}px`);
  panel.style.setProperty('--panel-top', below ? `${bottom + GAP}px` : 'auto');
  panel.style.setProperty('--panel-bottom', below ? 'auto' : `${window.innerHeight - top + GAP}px`);
}
