import type {Engine} from '../live/engine.ts';
import type {Notices} from './notices/notices.ts';
import type {AppState} from './state.ts';
import type {Store} from './store.ts';

/** What the parts of the studio share. */
export type StudioContext = {
  store: Store<AppState>;
  notices: Notices;
  canvas: HTMLCanvasElement;
  /** The engine once it has started; rejects if it cannot. */
  engine: Promise<Engine>;
};
