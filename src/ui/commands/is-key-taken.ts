const TEXT_FIELD =
  'textarea, select, [contenteditable], input:not([type=range], [type=checkbox], [type=radio])';
const PRESSED_BY_SPACE = 'button:not([role=radio]), a, video, summary, input';
const MOVED_BY_ARROWS = 'input, video, [role=slider]';

/** Whether a key that is pressed means something else where the focus is: text, a button, a slider. */
export function isKeyTaken(event: KeyboardEvent, repeats = false): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.repeat && !repeats) return true;
  const path = event.composedPath().filter((target) => target instanceof Element);
  if (path.some((element) => element.matches('dialog'))) return true;
  const focused = path[0];
  if (!focused || focused.matches(TEXT_FIELD)) return true;
  if (event.key === ' ') return focused.matches(PRESSED_BY_SPACE);
  return event.key.startsWith('Arrow') && focused.matches(MOVED_BY_ARROWS);
}
