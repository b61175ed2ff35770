import {commandEntries, type CommandName} from './commands.ts';
import {isKeyTaken} from './is-key-taken.ts';
import {pressedKey} from './pressed-key.ts';

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
    if (hasOtherModifiers(event, key) || isKeyTaken(event, command.repeats)) return;
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
