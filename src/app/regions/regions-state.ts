/** Whether persons can be told from what is behind them: not asked for, not yet, now, or not here. */
export type RegionsState = {persons: 'unasked' | 'coming' | 'found' | 'failed'};

/** Nobody has asked for it. */
export const WHOLE_PICTURE: RegionsState = {persons: 'unasked'};
