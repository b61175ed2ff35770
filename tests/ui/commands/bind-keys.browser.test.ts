import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {userEvent} from 'vitest/browser';
import {bindKeys} from '../../../src/ui/commands/bind-keys.ts';
import type {CommandName} from '../../../src/ui/commands/commands.ts';

let unbind = () => {};
beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  unbind();
  document.body.replaceChildren();
});

/** Binds all commands; the list tells which ran. */
function bindAll() {
  const ran: CommandName[] = [];
  unbind = bindKeys((name) => ran.push(name));
  return ran;
}

/** Presses a key that writes `key` and stands where an American keyboard has `code`. */
function press(key: string, code: string, modifiers: KeyboardEventInit = {}) {
  const init = {key, code, bubbles: true, cancelable: true, ...modifiers};
  document.body.dispatchEvent(new KeyboardEvent('keydown', init));
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
  bindKeys(command)();

  await userEvent.keyboard('c');

  expect(command).not.toHaveBeenCalled();
});

const inOrder = 'camera snapshot divider freeze mirror fullScreen weaker stronger help'.split(' ');

// What C, S, B, P, M, F, [, ] and ? of an American keyboard write.
it.each([
  ['Russian', 'с ы и з ь а х ъ ,'],
  ['Ukrainian', 'с і и з ь а х ї ,'],
  ['Greek', 'ψ σ β π μ φ [ ] ?'],
  ['Hebrew', 'ב ד נ פ צ כ ] [ ?'],
  ['Arabic', 'ؤ س لا ح ة ب ج د ؟'],
  ['Persian', 'ز س ذ ح ئ ب ج چ ؟'],
  ['Georgian', 'ც ს ბ პ მ ფ [ ] ?'],
  ['Thai', 'แ ห ิ ย ท ด บ ล ฦ'],
  ['Hindi', 'म े व ज स ि ड ़ य'],
  ['Korean', 'ㅊ ㄴ ㅠ ㅔ ㅡ ㄹ [ ] ?'],
])('knows the keys of a %s layout by their places', (layout, written) => {
  const ran = bindAll();
  const codes = 'KeyC KeyS KeyB KeyP KeyM KeyF BracketLeft BracketRight Slash'.split(' ');

  const letters = written.split(' ');
  expect(letters).toHaveLength(codes.length);
  codes.forEach((code, index) => press(letters[index]!, code, {shiftKey: code === 'Slash'}));

  // Hebrew has the brackets the other way round: what is written counts.
  const mirrored = inOrder.with(6, 'stronger').with(7, 'weaker');
  expect(ran).toEqual(layout === 'Hebrew' ? mirrored : inOrder);
});

it.each([
  [
    'AZERTY',
    [
      ['m', 'Semicolon'],
      ['b', 'KeyB'],
    ],
    ['mirror', 'divider'],
  ],
  [
    'AZERTY',
    [
      [',', 'KeyM'],
      ['ù', 'Quote'],
      ['^', 'BracketLeft'],
      ['$', 'BracketRight'],
    ],
    [],
  ],
  [
    'Dvorak',
    [
      ['c', 'KeyI'],
      ['s', 'Semicolon'],
      ['p', 'KeyR'],
    ],
    ['camera', 'snapshot', 'freeze'],
  ],
  [
    'Dvorak',
    [
      ['j', 'KeyC'],
      ['o', 'KeyS'],
      ['l', 'KeyP'],
      ['/', 'BracketLeft'],
    ],
    ['popOut'],
  ],
  [
    'QWERTZ',
    [
      ['ü', 'BracketLeft'],
      ['+', 'BracketRight'],
      ['ß', 'Minus'],
    ],
    [],
  ],
  [
    'Turkish',
    [
      ['ğ', 'BracketLeft'],
      ['ü', 'BracketRight'],
      ['ş', 'Semicolon'],
    ],
    [],
  ],
] as const)('goes by the letter on %s: %o', (_, presses, expected) => {
  const ran = bindAll();

  for (const [key, code] of presses) press(key, code);

  expect(ran).toEqual(expected);
});

it('knows a question mark wherever it is written', () => {
  const ran = bindAll();

  press('?', 'Minus', {shiftKey: true});
  press('?', 'KeyM', {shiftKey: true});
  press('_', 'Slash', {shiftKey: true});
  press('-', 'Slash');

  expect(ran).toEqual(['help', 'help']);
});

it('takes no capital letter of another script for a command', () => {
  const ran = bindAll();

  press('С', 'KeyC', {shiftKey: true});
  press('Х', 'BracketLeft', {shiftKey: true});

  expect(ran).toEqual([]);
});

it('works with the caps lock on', () => {
  const ran = bindAll();

  press('C', 'KeyC');
  press('С', 'KeyC');

  expect(ran).toEqual(['camera', 'camera']);
});
