import type {StyleStatistics} from './style-statistics.ts';

/** What a network knows of a style: computed or loaded once, whatever is painted with it. */
export type StyleCode = {
  /** Mean and standard deviation of each channel, by level: what AdaIN takes. */
  statistics: StyleStatistics;
};
