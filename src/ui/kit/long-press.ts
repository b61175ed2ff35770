import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** So long a finger rests for a long press, in milliseconds, and so far it may slip, in pixels. */
const PRESS_MS = 500;
const SLIP = 10;

/**
 * Long presses of a finger on elements of its host that have an id: `onPress` gets it. The click that
 * follows is the press's own, and is told by `took`.
 */
export class LongPress implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly onPress: (id: string) => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private from: {x: number; y: number} | undefined;
  private pressed = false;

  constructor(host: ReactiveControllerHost & HTMLElement, onPress: (id: string) => void) {
    this.host = host;
    this.onPress = onPress;
    host.addController(this);
  }

  hostConnected() {
    for (const name of EVENTS) this.host.addEventListener(name, this);
  }

  hostDisconnected() {
    this.end();
    for (const name of EVENTS) this.host.removeEventListener(name, this);
  }

  /** Whether a click only ends a press. */
  took(event: MouseEvent): boolean {
    const took = this.pressed && event.detail > 0;
    this.pressed = false;
    return took;
  }

  handleEvent(event: PointerEvent) {
    if (event.type === 'pointerdown') this.begin(event);
    else if (event.type !== 'pointermove' || this.hasSlipped(event)) this.end();
    // Where the system has a menu for a long press, this one is enough.
    if (event.type === 'contextmenu' && this.pressed) event.preventDefault();
  }

  private begin(event: PointerEvent) {
    this.pressed = false;
    if (event.pointerType === 'mouse' || !event.isPrimary) return;
    const id = event.composedPath().find(hasId)?.id;
    if (!id) return;
    this.from = {x: event.clientX, y: event.clientY};
    this.timer = setTimeout(() => {
      this.pressed = true;
      this.onPress(id);
    }, PRESS_MS);
  }

  private hasSlipped({clientX, clientY}: PointerEvent): boolean {
    const {x = clientX, y = clientY} = this.from ?? {};
    return Math.hypot(clientX - x, clientY - y) > SLIP;
  }

  private end() {
    clearTimeout(this.timer);
    this.from = undefined;
  }
}

const EVENTS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'contextmenu'] as const;

function hasId(target: EventTarget): target is Element {
  return target instanceof Element && target.id !== '';
}
