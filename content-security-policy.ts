import type {Plugin} from 'vite';

/**
 * What the built page may load. `connect-src 'self'` is the privacy promise: no script can send
 * anything elsewhere. Pictures and videos may come from other sites because `?source=` may name
 * one; localhost is there for people who build installations.
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

/** Puts the policy into the built page; the development server needs inline scripts and goes without. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'pastiche:content-security-policy',
    apply: 'build',
    // The policy forbids it; a library that tries it all the same would be reported as a violation.
    config: () => ({define: {WebAssembly: 'undefined'}}),
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {'http-equiv': 'Content-Security-Policy', content: POLICY},
        injectTo: 'head-prepend',
      },
    ],
  };
}
