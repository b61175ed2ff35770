import {afterEach, expect, it, vi} from 'vitest';
import {userEvent} from 'vitest/browser';
import {bindShortcuts, type Command, shortcuts} from '../../../src/ui/commands/shortcuts.ts';

let unbind = () => {};
afterEach(() => {
  unbind();
  document.body.replaceChildren();
});

/** Binds all commands; the list tells which ran. */
function bindAll() {
  const ran: Command[] = [];
  const commands = shortcuts.map(({command}) => [command, () => ran.push(command)]);
  unbind = bindShortcuts(Object.fromEntries(commands) as Record<Command, () => void>);
  return ran;
}

/** Puts the focus into an element made of `markup`. */
function focusOn(markup: string) {
  document.body.innerHTML = markup;
  const element = document.body.querySelector<HTMLElement>('[tabindex], input, button, textarea')!;
  element.focus();
  expect(document.activeElement).toBe(element);
}

it('runs the command of every key', async () => {
  const ran = bindAll();

  await userEvent.keyboard('c s{ArrowLeft}{ArrowRight}[[]bpmf?');

  const all = ['camera', 'record', 'snapshot', 'previousStyle', 'nextStyle', 'weaker'];
  expect(ran).toEqual([...all, 'stronger', 'divider', 'freeze', 'mirror', 'fullScreen', 'help']);
});

it('knows brackets that are written with AltGr', () => {
  const ran = bindAll();

  const altGr = {key: ']', code: 'Digit9', ctrlKey: true, altKey: true, bubbles: true};
  document.body.dispatchEvent(new KeyboardEvent('keydown', altGr));

  expect(ran).toEqual(['stronger']);
});

it('leaves keys with other modifiers to the browser', async () => {
  const ran = bindAll();

  await userEvent.keyboard('{Shift>}m{/Shift}{Alt>}p{/Alt}');

  expect(ran).toEqual([]);
});

it.each([
  ['<input type="text">', 's [[', []],
  ['<textarea></textarea>', 's ', []],
  ['<dialog open><button>x</button></dialog>', 's', []],
  ['<button>x</button>', ' s', ['snapshot']],
  ['<input type="checkbox">', ' s', ['snapshot']],
  ['<input type="range">', '{ArrowLeft}s', ['snapshot']],
  ['<div role="slider" tabindex="0"></div>', '{ArrowLeft} ', ['record']],
  ['<button role="radio">x</button>', ' ', ['record']],
])('with the focus on %s the keys "%s" run %o', async (markup, keys, expected) => {
  const ran = bindAll();
  focusOn(markup);

  await userEvent.keyboard(keys);

  expect(ran).toEqual(expected);
});

it('leaves keys to an element that has used them', async () => {
  const ran = bindAll();
  focusOn('<div tabindex="0"></div>');
  document.body.firstElementChild!.addEventListener('keydown', (event) => event.preventDefault());

  await userEvent.keyboard('{ArrowRight}');

  expect(ran).toEqual([]);
});

it('repeats only what one would hold a key for', () => {
  const ran = bindAll();

  for (const [key, code] of [
    ['s', 'KeyS'],
    ['ArrowRight', 'ArrowRight'],
  ] as const) {
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', {key, code, repeat: true, bubbles: true}),
    );
  }

  expect(ran).toEqual(['nextStyle']);
});

it('stops when told', async () => {
  const command = vi.fn();
  bindShortcuts({camera: command} as unknown as Record<Command, () => void>)();

  await userEvent.keyboard('c');

  expect(command).not.toHaveBeenCalled();
});
