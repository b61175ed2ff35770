import {answerRange} from './byte-range.ts';
import type {Keep} from './keep.ts';
import type {Site, SiteFile} from './site.ts';

/** What answers are made of. */
export type AnswerParts = {
  /** Where the site is, with a slash at the end. */
  scope: string;
  site: Site;
  keep: Pick<Keep, 'find' | 'put' | 'isComplete'>;
  fetch(request: Request): Promise<Response>;
  /** Lets the service worker live until this is done. */
  later(work: Promise<unknown>): void;
};

/**
 * Answers a request for a file of the site: what is kept comes at once; what is not comes from the network, and is
 * kept from then on. Undefined for all other requests, which go their usual way.
 */
export function answer(request: Request, parts: AnswerParts): Promise<Response> | undefined {
  if (request.method !== 'GET') return undefined;
  const file = fileOf(request, parts);
  if (!file) return undefined;
  return file.path === '' ? answerPage(request, file, parts) : answerFile(request, file, parts);
}

function fileOf({url, mode}: Request, {scope, site}: AnswerParts): SiteFile | undefined {
  const {origin, pathname, search} = new URL(url);
  const address = origin + pathname;
  if (!address.startsWith(scope)) return undefined;
  const path = address.slice(scope.length);
  // Its query is for the page. Other pages below this one are of others.
  const isPage = mode === 'navigate' && (path === '' || path === 'index.html');
  const wanted = isPage ? '' : path;
  if (!isPage && (search !== '' || path === '')) return undefined;
  return site.files.find((file) => file.path === wanted);
}

/** A page whose scripts are not all here is worth less than the site's newest. */
async function answerPage(request: Request, page: SiteFile, parts: AnswerParts): Promise<Response> {
  const kept = await parts.keep.find(page);
  if (kept && (await parts.keep.isComplete())) return guarded(kept, parts);
  try {
    return await parts.fetch(request);
  } catch (error) {
    if (kept) return guarded(kept, parts);
    throw error;
  }
}

async function answerFile(request: Request, file: SiteFile, parts: AnswerParts): Promise<Response> {
  const {keep, fetch, later} = parts;
  const range = request.headers.get('Range');
  const kept = await keep.find(file);
  if (kept) return guarded(range === null ? kept : await answerRange(kept, range), parts);
  const response = await fetch(request);
  // Whoever wants a part of a film waits for no more than that.
  if (range === null && response.ok) later(keep.put(file, response.clone()).catch(() => {}));
  return response;
}

/** Workers obey the policy that comes with their script, which not every host sends. */
function guarded(response: Response, {site}: AnswerParts): Response {
  const {body, status, statusText} = response;
  const headers = new Headers(response.headers);
  headers.append('Content-Security-Policy', site.policy);
  return new Response(body, {status, statusText, headers});
}
