import type {WhenKept} from './site.ts';

/** What a first visit paints with; a test holds them to what the app says. */
export const FIRST = {network: 'swift', style: 'swirling-impasto', side: 512} as const;

const SCRIPTS = /\.(js|css)$/;
const FIRST_SOURCES: readonly RegExp[] = [
  new RegExp(`^models/${FIRST.network}/(manifest\\.json|weights\\.bin)$`),
  new RegExp(
    `^models/${FIRST.network}/brushes/${FIRST.side}/(brushes\\.json|sketches\\.bin|${FIRST.style}\\.bin)$`,
  ),
  /^demo\/poster\.jpg$/,
];

const SOON_PATHS = /^(icon.*\.png|manifest\.webmanifest)$/;
const SOON_SOURCES: readonly RegExp[] = [
  /\.svg$/,
  /\/thumbnail\.webp$/,
  // The one that most browsers play.
  /^demo\/film\.webm$/,
  /^models\/selfie\//,
  new RegExp(`^models/${FIRST.network}/brushes/\\d+/(brushes\\.json|sketches\\.bin)$`),
];

/**
 * When a file is kept. Without the page, its scripts and what a first visit paints with, nothing starts;
 * what everybody sees or may press next comes soon after that.
 *
 * @param path of the file in the site; empty for the page itself
 * @param source where it lies in this repository; empty where it is made when the site is built
 */
export function whenKept(path: string, source: string): WhenKept {
  if (path === '' || SCRIPTS.test(path) || matches(FIRST_SOURCES, source)) return 'first';
  return SOON_PATHS.test(path) || matches(SOON_SOURCES, source) ? 'soon' : 'used';
}

function matches(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
