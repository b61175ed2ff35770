import type {Painter} from '../../gpu/painter.ts';
import type {Size} from '../../gpu/size.ts';
import type {LoadedNetwork} from '../../network/load-network.ts';
import {workingSize} from './size-ladder.ts';

/** A network too slow for this short side, in pixels, is not timed at a larger one. */
const TRIAL_SIDE = 96;

/** Slower than this, in milliseconds a frame, is too slow for any use. */
const HOPELESS_MS = 250;

/**
 * How long a frame takes a network that is in use, in milliseconds.
 *
 * @param frame of which only the aspect counts
 * @param shortSide of the painting, in pixels
 */
export async function timeNetwork(
  painter: Painter,
  network: LoadedNetwork,
  frame: Size,
  shortSide: number,
): Promise<number> {
  const timeAt = (side: number) => painter.timeNetwork(network, workingSize(frame, side));
  // The time follows the area. Seconds without a picture are not worth a better number.
  const reckoned = (await timeAt(TRIAL_SIDE)) * (shortSide / TRIAL_SIDE) ** 2;
  return reckoned > HOPELESS_MS ? reckoned : timeAt(shortSide);
}
