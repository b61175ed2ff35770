import {RECIPES} from '../../network/fitting/recipes.ts';
import {rest} from '../rest.ts';
import type {AppState} from '../state.ts';
import type {Stats} from '../stats/stats.ts';
import type {Store} from '../store.ts';
import type {Learner} from './learner.ts';

/** A style is learnt unasked where that takes no longer, in seconds. */
const MOST_SECONDS = 180;

/** After a style was picked, the picture has its turn; then it is looked again and again, in milliseconds. */
const REST_MS = 2000;

/**
 * A pixel of a fit costs about as much as so many of a frame: of `swift` four times the arithmetic, and
 * TensorFlow.js takes four times as long for the same. And frames have half of the time.
 */
const PIXELS_OF_FRAMES = 2 * 4 * 4;

/**
 * Learns an own style that is looked at by itself, one after the other, where a person wants that and the
 * machine is fast and has power; elsewhere the store says that a person is to be asked.
 *
 * @param signal ends it
 */
export async function learnByItself(
  store: Store<AppState>,
  learner: Pick<Learner, 'learn'>,
  signal: AbortSignal,
): Promise<void> {
  const tried = new Set<string>();
  let isTooSlow = false;
  await rest(REST_MS, signal);
  while (!signal.aborted) {
    const state = store.get();
    const asksFirst = isTooSlow || isPhone() || fitSeconds(state.stats) > MOST_SECONDS;
    const asks = asksFirst || (await isOnBattery());
    if (asks !== store.get().learning.asksFirst) store.patch('learning', {asksFirst: asks});
    const id = styleToLearn(state);
    const attempted = `${id} ${state.look.stroke} ${state.stats.model}`;
    if (id && !asks && state.settings.learning === 'auto' && !tried.has(attempted)) {
      // Who stops it, or whose GPU fails, is not bothered with it again.
      tried.add(attempted);
      const outcome = await learner.learn(id, {mostSeconds: MOST_SECONDS}).catch(console.warn);
      isTooSlow = outcome === 'slow';
    }
    await rest(REST_MS, signal);
  }
}

/** The own style that could be learnt now, if the machine has nothing else to do. */
function styleToLearn({look, styles, learning, captures, networks}: AppState): string | undefined {
  const {learnt, style} = learning;
  const isIdle =
    style === null &&
    captures.recording.phase === 'idle' &&
    styles.analyzing === null &&
    !networks.changing;
  if (!isIdle || learnt === null || learnt >= 1) return undefined;
  const id = look.styles[0]?.id;
  return styles.entries.find((entry) => entry.id === id && entry.own && !entry.lost)?.id;
}

/** About how long a fit takes, by how fast frames are painted: not less than it takes, as a rule. */
function fitSeconds({width, height, frameMs}: Stats): number {
  const {steps, count, side} = RECIPES.usual;
  const msOfPixel = frameMs > 0 ? frameMs / (width * height) : Infinity;
  return (steps * count * side ** 2 * PIXELS_OF_FRAMES * msOfPixel) / 1000;
}

function isPhone(): boolean {
  return matchMedia('(pointer: coarse) and (hover: none)').matches;
}

/** Where a browser does not tell, the machine is taken to have power. */
async function isOnBattery(): Promise<boolean> {
  const {getBattery} = navigator as {getBattery?: () => Promise<{charging: boolean}>};
  const battery = await getBattery?.call(navigator).catch(() => undefined);
  return battery?.charging === false;
}
