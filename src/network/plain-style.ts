import type {Architecture} from './architecture.ts';
import type {StyleStatistics} from './style-statistics.ts';

/** A style that costs what every style costs: mean 0 and deviation 1 in each channel. */
export function plainStyle({encoder}: Architecture): StyleStatistics {
  const style: StyleStatistics = {};
  for (const layer of encoder) {
    if (!layer.level) continue;
    const channels = layer.op === 'conv' ? layer.outputs : layer.channels;
    style[layer.level] = {
      mean: new Float32Array(channels),
      std: new Float32Array(channels).fill(1),
    };
  }
  return style;
}
