import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {AppState} from '../../app/state.ts';
import type {PanelContext} from './panel-element.ts';

/** What a watch renders anew. */
type Host = ReactiveControllerHost & {readonly context: Pick<PanelContext, 'store'>};

/**
 * Renders its host when something it has named is another object or value than before, and at no
 * other change of the store: `new Watch(this, ({look, styles}) => [look, styles.entries])`.
 */
export class Watch implements ReactiveController {
  private readonly host: Host;
  private readonly select: (state: AppState) => readonly unknown[];
  private seen: readonly unknown[] = [];
  private stop = () => {};

  /** @param select gives what the host shows; compared by identity, so it must make nothing new */
  constructor(host: Host, select: (state: AppState) => readonly unknown[]) {
    this.host = host;
    this.select = select;
    host.addController(this);
  }

  hostConnected() {
    const {store} = this.host.context;
    this.look(store.get());
    const stop = store.subscribe((state) => {
      this.look(state);
    });
    this.stop = () => void stop();
  }

  hostDisconnected() {
    this.stop();
  }

  private look(state: AppState) {
    const values = this.select(state);
    const same =
      values.length === this.seen.length &&
      values.every((value, index) => Object.is(value, this.seen[index]));
    if (same) return;
    this.seen = values;
    this.host.requestUpdate();
  }
}
