import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Plugin} from 'vite';

/**
 * What the built page may load. `connect-src 'self'` is the privacy promise: no script can send
 * anything elsewhere, nor can a worker. Pictures and videos of other sites are shut out by
 * `src/lock.ts`, but for the one that `?source=` names; here they are allowed, because a host cannot
 * know what an address will ask for. localhost is there for people who build installations.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data: https: http://localhost:* http://127.0.0.1:*",
  "media-src 'self' blob: https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What the page itself uses; what is not named in full here is off for it and for what it frames. */
const PERMISSIONS = {
  self: [
    'camera',
    'microphone',
    'display-capture',
    'fullscreen',
    'midi',
    'picture-in-picture',
    'screen-wake-lock',
    'autoplay',
  ],
  off: [
    'geolocation',
    'payment',
    'usb',
    'serial',
    'hid',
    'accelerometer',
    'gyroscope',
    'magnetometer',
    'idle-detection',
    'browsing-topics',
  ],
};

/**
 * Goes with every file that is served, workers' scripts too: the policy in the page itself does not bind
 * them. There is no `frame-ancestors`, so that an installation may frame the page, and no
 * Cross-Origin-Embedder-Policy, which would shut out the pictures of other sites.
 */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Permissions-Policy': [
    ...PERMISSIONS.self.map((name) => `${name}=(self)`),
    ...PERMISSIONS.off.map((name) => `${name}=()`),
  ].join(', '),
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * Browsers ask anew for files whose names stay the same, and keep the others: those have their contents in their
 * names. An installed page learns from `sw.js` that there is a newer one.
 */
export const CACHING: Readonly<Record<string, string>> = {
  '/': 'no-cache',
  '/index.html': 'no-cache',
  '/sw.js': 'no-cache',
  '/manifest.webmanifest': 'no-cache',
  '/assets/*': 'public, max-age=31536000, immutable',
};

/**
 * Sends the headers with every file that `npm start` serves, writes them as `_headers` for hosts that
 * read that, and puts the policy into the page for hosts that send none. The development server needs
 * inline scripts and goes without.
 */
export function siteHeaders(): Plugin {
  return {
    name: 'pastiche:site-headers',
    apply: (_, {command, isPreview}) => command === 'build' || isPreview === true,
    // The policy forbids it; a library that tries it all the same would be reported as a violation.
    config: () => ({define: {WebAssembly: 'undefined'}}),
    configurePreviewServer({middlewares}) {
      middlewares.use(({url}: IncomingMessage, response: ServerResponse, next: () => void) => {
        for (const [name, value] of Object.entries(headersOf(url ?? ''))) {
          response.setHeader(name, value);
        }
        next();
      });
    },
    generateBundle() {
      const lines = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}\n`);
      const caching = Object.entries(CACHING).map(
        ([path, value]) => `${path}\n  Cache-Control: ${value}\n`,
      );
      const source = `/*\n${lines.join('')}${caching.join('')}`;
      this.emitFile({type: 'asset', fileName: '_headers', source});
    },
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {'http-equiv': 'Content-Security-Policy', content: POLICY},
        injectTo: 'head-prepend',
      },
    ],
  };
}

/**
 * What is sent with the file at a path.
 *
 * @param path from the site's folder, as in `/assets/engine.js`
 */
export function headersOf(path: string): Record<string, string> {
  const caching = CACHING[path.startsWith('/assets/') ? '/assets/*' : '/'] ?? '';
  return {...HEADERS, 'Cache-Control': caching};
}
