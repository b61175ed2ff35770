/** Where this page may fetch pictures and videos from, beside itself: what `?source=` names. */
const SOURCE = 'source';

/**
 * Shuts the page off from other sites, but for the one that its address names as the source: an `<img>`
 * could carry something out as well as any request. Policies only ever get stricter, so nothing that
 * runs later can undo it.
 *
 * @param address of the page
 */
export function lockPage(address: URL): void {
  const allowed = ["'self'", 'blob:', 'data:', ...sourceOrigin(address)].join(' ');
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `img-src ${allowed}; media-src ${allowed}`;
  document.head.append(policy);
}

function sourceOrigin(address: URL): string[] {
  const source = address.searchParams.get(SOURCE);
  const url = source ? URL.parse(source, address) : null;
  const elsewhere = url !== null && /^https?:$/.test(url.protocol) && url.origin !== address.origin;
  return elsewhere ? [url.origin] : [];
}

// The development server brings its own parts in ways of its own.
if (import.meta.env.PROD) lockPage(new URL(location.href));
