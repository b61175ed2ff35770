import {createHash} from 'node:crypto';
import {fileURLToPath} from 'node:url';
import {build, type Plugin} from 'vite';
import {HEADERS} from './site-headers.ts';
import {checksumOf} from './src/offline/checksum.ts';
import type {Site, SiteFile} from './src/offline/site.ts';
import {whenKept} from './src/offline/when-kept.ts';

const SCRIPT = fileURLToPath(new URL('src/offline/service-worker.ts', import.meta.url));

/** For hosts that read it, and of no use to a page. */
const NOT_FOR_PAGES = ['_headers'];

const ORDER = ['first', 'soon', 'used'] as const;

/** What a build has made, by its path in the site. */
type Built = {path: string; source: string; bytes: Uint8Array};

/**
 * Writes the service worker, `sw.js`, with the list of all that was built. It must come after the plugins whose
 * files are to be in it. What is written is the code as it stands in `src/offline/`, comments and all, so that
 * whoever wants to know what it does can read it on the site.
 */
export function siteOffline(): Plugin {
  return {
    name: 'pastiche:site-offline',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const built = Object.values(bundle).map((it): Built => {
          const path = it.fileName === 'index.html' ? '' : it.fileName;
          if (it.type === 'chunk') return {path, source: '', bytes: Buffer.from(it.code)};
          return {path, source: it.originalFileNames[0] ?? '', bytes: Buffer.from(it.source)};
        });
        const site = await describeSite(built);
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: write(site) + (await buildScript()),
        });
      },
    },
  };
}

/** The list of what was built: the small and necessary first. */
export async function describeSite(built: readonly Built[]): Promise<Site> {
  const files = await Promise.all(
    built
      .filter(({path}) => !NOT_FOR_PAGES.includes(path))
      .map(async ({path, source, bytes}): Promise<SiteFile> => {
        const checksum = await checksumOf(new Uint8Array(bytes));
        return {path, bytes: bytes.length, checksum, kept: whenKept(path, source)};
      }),
  );
  files.sort((a, b) => ORDER.indexOf(a.kept) - ORDER.indexOf(b.kept) || a.bytes - b.bytes);
  const checksums = files.map(({path, checksum}) => `${path} ${checksum}\n`).sort();
  const version = createHash('sha256').update(checksums.join('')).digest('hex').slice(0, 16);
  return {version, files, policy: HEADERS['Content-Security-Policy'] ?? ''};
}

/** As the script finds it, a file a line. */
function write({version, files, policy}: Site): string {
  const lines = files.map((file) => `    ${JSON.stringify(file)},\n`).join('');
  return `const SITE = {
  version: ${JSON.stringify(version)},
  policy: ${JSON.stringify(policy)},
  files: [
${lines}  ],
};

`;
}

async function buildScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {entry: SCRIPT, formats: ['iife'], name: 'serviceWorker'},
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  const chunk = output?.output[0];
  if (!chunk) throw new Error('Expected the service worker, but nothing was built.');
  return chunk.code;
}
