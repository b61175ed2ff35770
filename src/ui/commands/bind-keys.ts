import type {Command} from './command.ts';
import {commandEntries, type CommandName} from './commands.ts';
import {pressedKey} from './pressed-key.ts';

const TEXT_FIELD =
  'textarea, select, [contenteditable], input:not([type=range], [type=checkbox], [type=radio])';
const PRESSED_BY_SPACE = 'button:not([role=radio]), a, video, summary, input';
const MOVED_BY_ARROWS = 'input, video, [role=slider]';

/**
 * Calls `perform` when the key of a command is pressed anywhere on the page, unless the key already
 * means something where the focus is.
 *
 * @returns the function that stops it
 */
export function bindKeys(perform: (name: CommandName) => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const key = pressedKey(event);
    const found = commandEntries.find(([, command]) => command.key === key);
    if (!found) return;
    const [name, command] = found;
    if (hasOtherModifiers(event, key) || isTaken(event, command)) return;
    event.preventDefault();
    perform(name);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
  };
}

/** Some keyboards write brackets with AltGr, which counts as two keys, and `?` with Shift. */
function hasOtherModifiers(event: KeyboardEvent, key: string): boolean {
  if (event.metaKey) return true;
  if (key === '[' || key === ']') return false;
  return event.ctrlKey || event.altKey || (event.shiftKey && key !== '?');
}

function isTaken(event: KeyboardEvent, {repeats = false}: Command): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.repeat && !repeats) return true;
  const path = event.composedPath().filter((target) => target instanceof Element);
  if (path.some((element) => element.matches('dialog'))) return true;
  const focused = path[0];
  if (!focused || focused.matches(TEXT_FIELD)) return true;
  if (event.key === ' ') return focused.matches(PRESSED_BY_SPACE);
  return event.key.startsWith('Arrow') && focused.matches(MOVED_BY_ARROWS);
}
