import {takeSnapshot} from '../../capture/stills/snapshot.ts';
import type {Engine} from '../../live/engine.ts';
import {AppError} from '../notices/app-error.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {isFlipped} from './is-flipped.ts';

/**
 * A PNG of the painting of this moment, at working size.
 *
 * @throws AppError where nothing is painted, CaptureError where no PNG can be made
 */
export async function snapshot(store: Store<AppState>, engine: Promise<Engine>): Promise<Blob> {
  const painting = await (await engine).grab('painting');
  if (!painting) throw new AppError({key: 'capture.nothing-to-save'});
  try {
    return await takeSnapshot(painting, {flip: isFlipped(store.get())});
  } finally {
    painting.close();
  }
}
