import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Lets its host fill the screen, or at least the window where the browser has no full screen. */
export class FullScreenController implements ReactiveController {
  /** True while the host fills the screen. */
  on = false;
  private readonly host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('fullscreenchange', this.follow);
  }

  hostDisconnected() {
    document.removeEventListener('fullscreenchange', this.follow);
  }

  /** Enters full screen, or leaves it. */
  toggle() {
    this.become(!this.on);
    // An iPhone has none; there the window is all there is to fill.
    if (!document.fullscreenEnabled) return;
    if (this.on) this.host.requestFullscreen().catch(() => {});
    else document.exitFullscreen().catch(() => {});
  }

  /** The person may leave with Escape, which only the document is told. */
  private readonly follow = () => this.become(document.fullscreenElement === this.host);

  private become(on: boolean) {
    this.on = on;
    this.host.requestUpdate();
  }
}
