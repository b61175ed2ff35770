/** What keys of an American keyboard write that commands are bound to, beside letters. */
const AT_PLACE: Partial<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  'Shift+Slash': '?',
};

const IS_LATIN = /^[\p{ASCII}\p{Script=Latin}]$/u;

/**
 * The key that was pressed, in lower case, as commands are bound to it: the letter it writes, wherever
 * that stands on the keyboard. Where a layout writes no Latin letter there (Russian, Greek, Hebrew …),
 * the letter an American keyboard has in that place.
 */
export function pressedKey({key, code, shiftKey}: KeyboardEvent): string {
  // Arrow keys and the like have names.
  if (/^\p{ASCII}{2,}$/u.test(key)) return key;
  // Cyrillic keyboards write a comma where others have the question mark.
  const cyrillicComma = code === 'Slash' && shiftKey && key === ',';
  if (IS_LATIN.test(key) && !cyrillicComma) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  return letter ?? AT_PLACE[shiftKey ? `Shift+${code}` : code] ?? key;
}
