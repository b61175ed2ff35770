import type {Outcome} from './keep.ts';
import type {SiteFile} from './site.ts';

/** What the page tells the service worker to do. */
export type Order =
  /** Tell what there is, and what of it is kept. */
  | {do: 'list'}
  /** Keep the file at this path. */
  | {do: 'keep'; path: string}
  /** Give up the files that are being kept. */
  | {do: 'stop'}
  /** Take away what is of versions before, if no page needs it. */
  | {do: 'tidy'}
  /** Be the one that answers, in place of the version before. */
  | {do: 'take-over'};

/** The files of the site, and the paths of those that are kept. */
export type Listing = {files: readonly SiteFile[]; kept: readonly string[]};

/** What the service worker answers to orders, by their names. */
export type Answers = {list: Listing; keep: Outcome};
