import {FRAME_STEP} from '../../gpu/size.ts';
import {LADDER} from '../../live/pace/size-ladder.ts';
import type {Setting} from './setting.ts';

/** Fixed sizes are kept between these, short side in pixels. */
const SMALLEST = 32;
const LARGEST = 1440;

/** The working size, short side in pixels, or `auto`: `?size=256`. */
export const sizeSetting: Setting<number | 'auto'> = {
  first: 'auto',
  fits: (value) => value === 'auto' || LADDER.includes(value as (typeof LADDER)[number]),
  address: {
    key: 'size',
    read(text) {
      if (text === 'auto') return {value: text};
      const size = Number(text);
      if (!(size > 0)) return {problems: [{key: 'address.size', values: {text}}]};
      const rounded = Math.round(size / FRAME_STEP) * FRAME_STEP;
      return {value: Math.min(LARGEST, Math.max(SMALLEST, rounded))};
    },
    // A size suits one machine: it is not passed on with the look.
    write: () => undefined,
  },
  row: {
    kind: 'choice',
    label: 'settings.size',
    hint: 'settings.size.hint',
    options: (_, value) => [
      {value: 'auto', label: {key: 'settings.automatic'}},
      ...offered(value).map((side) => ({
        value: side,
        label: {key: 'settings.size.pixels', values: {side}} as const,
      })),
    ],
  },
  react: ({resize}, size) => {
    resize(size);
  },
};

/** The rungs of the ladder, and a size between them that the address has asked for. */
function offered(value: number | 'auto'): number[] {
  const sizes = new Set<number>(value === 'auto' ? LADDER : [...LADDER, value]);
  return [...sizes].sort((a, b) => a - b);
}
