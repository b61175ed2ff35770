import type {Architecture} from './architecture.ts';
import {isNumbers} from './is-numbers.ts';
import type {StyleStatistics} from './style-statistics.ts';

/** A style that costs what every style costs: mean 0 and deviation 1 in each channel. */
export function plainStyle(architecture: Architecture): StyleStatistics {
  const style: StyleStatistics = {};
  for (const [level, channels] of levelChannels(architecture)) {
    style[level] = {
      mean: new Float32Array(channels),
      std: new Float32Array(channels).fill(1),
    };
  }
  return style;
}

/**
 * Whether something is the statistics of a style in a network of this architecture: finite numbers
 * for each channel of each level. What comes out of a storage may be anything.
 */
export function fitsArchitecture(
  value: unknown,
  architecture: Architecture,
): value is StyleStatistics {
  if (typeof value !== 'object' || value === null) return false;
  const statistics = value as Partial<Record<string, {mean?: unknown; std?: unknown}>>;
  return levelChannels(architecture).every(([level, channels]) =>
    [statistics[level]?.mean, statistics[level]?.std].every((numbers) =>
      isNumbers(numbers, channels),
    ),
  );
}

function levelChannels({encoder}: Architecture): [level: string, channels: number][] {
  return encoder.flatMap((layer): [string, number][] =>
    layer.level ? [[layer.level, layer.op === 'conv' ? layer.outputs : layer.channels]] : [],
  );
}
