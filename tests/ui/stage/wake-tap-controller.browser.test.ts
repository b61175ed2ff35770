import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {WakeTapController} from '../../../src/ui/stage/wake-tap-controller.ts';

let faded: boolean;
let controller: WakeTapController;
const press = vi.fn();
const button = document.createElement('button');
button.onclick = press;

beforeEach(() => {
  faded = false;
  press.mockReset();
  controller = new WakeTapController(() => faded);
  controller.hostConnected();
  document.body.append(button);
});

afterEach(() => {
  controller.hostDisconnected();
  button.remove();
});

function tap() {
  button.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
  // What the page does when it wakes.
  faded = false;
  button.dispatchEvent(new MouseEvent('click', {bubbles: true, detail: 1}));
}

it('keeps the tap that brings the controls back from pressing one', () => {
  faded = true;
  tap();
  expect(press).not.toHaveBeenCalled();

  tap();
  expect(press).toHaveBeenCalledOnce();
});

it('lets the keyboard press what has the focus', () => {
  faded = true;
  button.click();

  expect(press).toHaveBeenCalledOnce();
});

it('lets go when its host is gone', () => {
  controller.hostDisconnected();
  faded = true;
  tap();

  expect(press).toHaveBeenCalledOnce();
});
