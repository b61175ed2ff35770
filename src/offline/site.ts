/**
 * When a file is kept: `first`, before the service worker is ready; `soon` after that; `used`, once the page has
 * asked for it, or a person for all.
 */
export type WhenKept = 'first' | 'soon' | 'used';

/** A file of the built site. */
export type SiteFile = {
  /** From the site's folder: `assets/engine-scJWIQFk.js`; empty for the page itself. */
  path: string;
  bytes: number;
  /** See `checksumOf`. */
  checksum: string;
  kept: WhenKept;
};

/** The built site, as the service worker that came with it knows it. */
export type Site = {
  /** Made of the checksums of all files. */
  version: string;
  /** In the order in which they are kept. */
  files: readonly SiteFile[];
  /** The Content-Security-Policy that goes with each of them. */
  policy: string;
};
