/** How much of the site's files is kept, and how much there is. */
export type Kept = {files: number; bytes: number; allFiles: number; allBytes: number};

/**
 * Why not all could be kept: there is no room for it, in bytes; the browser keeps no more; the line broke; the site
 * has lost some.
 */
export type KeepProblem =
  | {why: 'no-room'; needed: number; free: number}
  | {why: 'full' | 'unreachable'}
  | {why: 'lost'; count: number};

/** What is kept of the site on this machine, for when there is no connection. */
export type OfflineState = {
  /** Null before it is known, and where nothing can be kept. */
  kept: Kept | null;
  /** True while all is being kept. */
  keeping: boolean;
  problem: KeepProblem | null;
};

/** Before anything is known. */
export const UNKNOWN_KEPT: OfflineState = {kept: null, keeping: false, problem: null};
