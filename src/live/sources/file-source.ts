import {type FileKind, fileKind} from './file-kind.ts';
import type {FrameSource} from './frame-source.ts';
import {Limit} from './limit.ts';
import {SourceError} from './source-error.ts';
import {openStill} from './still-source.ts';
import {openVideo} from './video-source.ts';

/** Endings of addresses behind which lies a video. */
const VIDEO_ENDING = /\.(mp4|m4v|mov|webm|mkv|ogv|avi)$/i;

/** A file whose beginning has not been read in this time is given up, in milliseconds. */
const READ_MS = 20_000;

/**
 * Opens a picture or video, from a file or from an address; a video repeats, without sound. What a
 * file is, its bytes say: its type may be wrong.
 *
 * @param address a blob, or a URL that this page may read (same site, or CORS)
 * @param limitMs how long nothing may come of it
 * @throws SourceError if it is empty, unreadable, unreachable or does not come
 */
export async function openFile(
  address: Blob | URL,
  title: string,
  limitMs?: number,
): Promise<FrameSource> {
  if (address instanceof Blob && address.size === 0) {
    throw new SourceError('empty', 'Expected a file, but it is empty.');
  }
  const kind = await kindOf(address, limitMs);
  if (kind === 'sound') throw new SourceError('no-picture', 'Expected a picture, but got sound.');
  if (kind === 'film') return openVideo(address, title, limitMs);
  if (kind !== 'unknown') return openStill(address, title, limitMs);
  const first = looksLikeVideo(address) ? [openVideo, openStill] : [openStill, openVideo];
  return openEither(first, address, title, limitMs);
}

/** A file, too, may be on a disk that does not answer. */
async function kindOf(address: Blob | URL, limitMs = READ_MS): Promise<FileKind> {
  if (!(address instanceof Blob)) return 'unknown';
  const limit = new Limit(limitMs);
  try {
    return await limit.hold(fileKind(address));
  } finally {
    limit.clear();
  }
}

function looksLikeVideo(address: Blob | URL): boolean {
  return address instanceof Blob
    ? address.type.startsWith('video/')
    : VIDEO_ENDING.test(address.pathname);
}

/** Nothing says for certain what it is. An address that does not answer is not asked twice. */
async function openEither(
  ways: readonly (typeof openStill)[],
  address: Blob | URL,
  title: string,
  limitMs?: number,
): Promise<FrameSource> {
  let problem: unknown;
  for (const open of ways) {
    try {
      return await open(address, title, limitMs);
    } catch (error) {
      problem ??= error;
      if (error instanceof SourceError && error.problem === 'slow') throw error;
    }
  }
  throw problem;
}
