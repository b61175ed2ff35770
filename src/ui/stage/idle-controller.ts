import type {ReactiveController, ReactiveControllerHost} from 'lit';

const DELAY_MS = 2500;
const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Knows whether nobody has touched pointer or keyboard for two and a half seconds. */
export class IdleController implements ReactiveController {
  /** True while nobody moves anything. */
  idle = false;
  private readonly host: ReactiveControllerHost;
  private timer = 0;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    for (const name of SIGNS_OF_LIFE) window.addEventListener(name, this.wake, {passive: true});
    this.wake();
  }

  hostDisconnected() {
    for (const name of SIGNS_OF_LIFE) window.removeEventListener(name, this.wake);
    clearTimeout(this.timer);
  }

  private readonly wake = () => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.become(true), DELAY_MS);
    this.become(false);
  };

  private become(idle: boolean) {
    if (idle === this.idle) return;
    this.idle = idle;
    this.host.requestUpdate();
  }
}
