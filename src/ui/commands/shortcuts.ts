import {tinykeys} from 'tinykeys';

/** What a shortcut does. */
export type Command =
  | 'record'
  | 'snapshot'
  | 'previousStyle'
  | 'nextStyle'
  | 'weaker'
  | 'stronger'
  | 'mirror'
  | 'fullScreen'
  | 'camera'
  | 'divider'
  | 'freeze'
  | 'help';

/** A key as tinykeys binds it, as the help sheet shows it, and what it does. */
export type Shortcut = {command: Command; binding: string; key: string; text: string};

/** Every shortcut of the page, in the order of the help sheet. */
export const shortcuts: readonly Shortcut[] = [
  {command: 'camera', binding: 'c', key: 'C', text: 'Start the camera'},
  {command: 'record', binding: 'Space', key: 'Space', text: 'Record, and stop'},
  {command: 'snapshot', binding: 's', key: 'S', text: 'Take a snapshot'},
  {command: 'previousStyle', binding: 'ArrowLeft', key: '←', text: 'Previous style'},
  {command: 'nextStyle', binding: 'ArrowRight', key: '→', text: 'Next style'},
  // Some keyboards write brackets with AltGr, which counts as these two.
  {command: 'weaker', binding: '[Control]+[Alt]+[', key: '[', text: 'Less style'},
  {command: 'stronger', binding: '[Control]+[Alt]+]', key: ']', text: 'More style'},
  {command: 'divider', binding: 'b', key: 'B', text: 'Before and after'},
  {command: 'freeze', binding: 'p', key: 'P', text: 'Freeze the picture'},
  {command: 'mirror', binding: 'm', key: 'M', text: 'Mirror the picture'},
  {command: 'fullScreen', binding: 'f', key: 'F', text: 'Full screen'},
  {command: 'help', binding: '[Shift]+?', key: '?', text: 'This help'},
];

const REPEATING = new Set(['ArrowLeft', 'ArrowRight', '[', ']']);
const TEXT_FIELD =
  'textarea, select, [contenteditable], input:not([type=range], [type=checkbox], [type=radio])';
const PRESSED_BY_SPACE = 'button:not([role=radio]), a, video, summary, input';
const MOVED_BY_ARROWS = 'input, video, [role=slider]';

/**
 * Runs `commands` when their keys are pressed anywhere on the page, unless the key already means
 * something where the focus is.
 *
 * @returns the function that stops it
 */
export function bindShortcuts(commands: Record<Command, () => void>): () => void {
  const bindings = shortcuts.map(({command, binding}) => [
    binding,
    (event: KeyboardEvent) => {
      event.preventDefault();
      commands[command]();
    },
  ]);
  return tinykeys(window, Object.fromEntries(bindings), {ignore: isTaken});
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.repeat && !REPEATING.has(event.key)) return true;
  const path = event.composedPath().filter((target) => target instanceof Element);
  if (path.some((element) => element.matches('dialog'))) return true;
  const focused = path[0];
  if (!focused || focused.matches(TEXT_FIELD)) return true;
  if (event.key === ' ') return focused.matches(PRESSED_BY_SPACE);
  return event.key.startsWith('Arrow') && focused.matches(MOVED_BY_ARROWS);
}
