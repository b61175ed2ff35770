import {checksumOf} from '../../src/offline/checksum.ts';
import type {Site, SiteFile, WhenKept} from '../../src/offline/site.ts';

/** Where the toy site is. */
export const SCOPE = 'https://example.org/app/';

/** What is in its files, by their paths. */
export const CONTENTS: Readonly<Record<string, string>> = {
  '': '<p>page</p>',
  'assets/start.js': 'start()',
  'assets/film.webm': '0123456789',
  'assets/other.bin': 'other',
};

const KEPT: Readonly<Record<string, WhenKept>> = {
  '': 'first',
  'assets/start.js': 'first',
  'assets/film.webm': 'soon',
};

/** A site of four files. */
export async function toySite(): Promise<Site> {
  const files = await Promise.all(
    Object.entries(CONTENTS).map(async ([path, text]): Promise<SiteFile> => {
      const bytes = new TextEncoder().encode(text);
      const checksum = await checksumOf(bytes);
      return {path, bytes: bytes.length, checksum, kept: KEPT[path] ?? 'used'};
    }),
  );
  return {version: '1', files, policy: "connect-src 'self'"};
}
