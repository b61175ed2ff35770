import type {Networks} from '../networks/networks.ts';
import {rest} from '../rest.ts';
import type {AppState} from '../state.ts';
import type {Store} from '../store.ts';
import {STROKE_SIDES} from './stroke.ts';
import type {StyleEntry} from './styles-state.ts';

/** After the first picture, and between two styles, the live picture gets its turn, in milliseconds. */
const FIRST_REST_MS = 1600;
const REST_MS = 120;

/** How long a machine without time is left alone, in milliseconds. */
const BUSY_REST_MS = 2000;

/** A machine that paints a frame in less has time to analyse styles in advance, in milliseconds. */
const SPARE_FRAME_MS = 40;

/**
 * Knows the gallery's styles in advance, one by one, so that picking one is instant; anew when another
 * network or another stroke paints. What is fitted to them is fetched; others are analysed whenever the
 * machine has time.
 *
 * @param signal ends it
 */
export async function keepPrepared(
  store: Store<AppState>,
  networks: Pick<Networks, 'painting'>,
  gallery: readonly StyleEntry[],
  signal: AbortSignal,
): Promise<void> {
  await rest(FIRST_REST_MS, signal);
  while (!signal.aborted) {
    const {analyst} = networks.painting;
    const side = STROKE_SIDES[store.get().look.stroke];
    const next = gallery.find(({id}) => !analyst.recall(id, side) && !analyst.hasFailed(id));
    if (next && (analyst.isFitted(next.id, side) || hasTime(store.get()))) {
      // One that fails now is told when it is picked.
      await analyst.analyze(next.id, side).catch(() => {});
      await rest(REST_MS, signal);
    } else {
      await rest(BUSY_REST_MS, signal);
    }
  }
}

function hasTime({stats: {frameMs}, networks: {changing}}: AppState): boolean {
  return frameMs > 0 && frameMs < SPARE_FRAME_MS && !changing;
}
