import type {ReactiveController} from 'lit';

/**
 * Lets the tap that brings faded controls back press none of them: a finger sends no sign of life
 * before it is down.
 */
export class WakeTapController implements ReactiveController {
  private readonly faded: () => boolean;
  private waking = false;

  /** @param faded whether the controls cannot be seen now */
  constructor(faded: () => boolean) {
    this.faded = faded;
  }

  hostConnected() {
    window.addEventListener('pointerdown', this.onPointerDown, {capture: true, passive: true});
    window.addEventListener('click', this.onClick, {capture: true});
  }

  hostDisconnected() {
    window.removeEventListener('pointerdown', this.onPointerDown, {capture: true});
    window.removeEventListener('click', this.onClick, {capture: true});
  }

  private readonly onPointerDown = () => {
    this.waking = this.faded();
  };

  private readonly onClick = (event: MouseEvent) => {
    // Keys click, too, without a pointer: 0 times.
    if (!this.waking || event.detail === 0) return;
    this.waking = false;
    event.stopPropagation();
    event.preventDefault();
  };
}
