/**
 * Writes the query of the page's address anew where it cannot be decoded, as with `?alpha=80%`:
 * TensorFlow.js reads it when it loads, and fails on such a one.
 */
export function repairAddress(): void {
  const {search, hash} = location;
  const query = new URLSearchParams(search).toString();
  if (STRAY.test(search) || query.includes(REPLACED)) {
    history.replaceState(history.state, '', `?${query}${hash}`);
  }
}

/** A per cent sign that stands for itself. */
const STRAY = /%(?![0-9a-f]{2})/i;

/** What stands, once it is read and written again, for bytes that are no text. */
const REPLACED = encodeURIComponent('\ufffd');
