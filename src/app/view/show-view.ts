import type {Engine} from '../../live/engine.ts';
import type {AppState} from '../state.ts';

/** Tells the engine how the picture is looked at. */
export function showView({source, settings, view}: AppState, engine: Engine): void {
  engine.setView({
    mirror: source.mirrored,
    divider: view.divider ?? 0,
    enlarged: settings.enlarge,
  });
}
