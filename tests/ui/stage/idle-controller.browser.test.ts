import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {IdleController} from '../../../src/ui/stage/idle-controller.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function controllerOnHost() {
  const requestUpdate = vi.fn();
  const host = {
    addController() {},
    removeController() {},
    requestUpdate,
    updateComplete: Promise.resolve(true),
  };
  const controller = new IdleController(host);
  controller.hostConnected();
  return {controller, requestUpdate};
}

it('falls idle after a while and wakes with the pointer', () => {
  const {controller, requestUpdate} = controllerOnHost();

  vi.advanceTimersByTime(3000);
  expect(controller.idle).toBe(true);
  expect(requestUpdate).toHaveBeenCalledTimes(1);

  window.dispatchEvent(new PointerEvent('pointermove'));
  expect(controller.idle).toBe(false);
  expect(requestUpdate).toHaveBeenCalledTimes(2);
  controller.hostDisconnected();
});

it('stays awake, and asks for no renders, while somebody types', () => {
  const {controller, requestUpdate} = controllerOnHost();

  for (let press = 0; press < 5; press++) {
    vi.advanceTimersByTime(2000);
    window.dispatchEvent(new KeyboardEvent('keydown'));
  }

  expect(controller.idle).toBe(false);
  expect(requestUpdate).not.toHaveBeenCalled();
  controller.hostDisconnected();
});

it('stops when its host is gone', () => {
  const {controller, requestUpdate} = controllerOnHost();

  controller.hostDisconnected();
  vi.advanceTimersByTime(10_000);
  window.dispatchEvent(new PointerEvent('pointermove'));

  expect(vi.getTimerCount()).toBe(0);
  expect(requestUpdate).not.toHaveBeenCalled();
});
