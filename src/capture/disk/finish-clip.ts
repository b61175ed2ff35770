import {StreamTarget} from 'mediabunny';
import {CaptureError} from '../capture-error.ts';
import {clipDuration, repack} from '../recording/repack-clip.ts';
import type {ClipFile} from './clip-file.ts';
import type {DiskChunk} from './disk-file.ts';

/** The clip is written in pieces of this size, in bytes: what a file is made of is much smaller. */
const PIECE_BYTES = 2 ** 22;

/** A file without a picture that is smaller than this, in bytes, broke off before there was one. */
const LEAST_BYTES = 2 ** 16;

/** No broken end is larger than this, in bytes: where more is missing, what was recorded is better kept. */
const MOST_LOST_BYTES = 2 ** 26;

/** A clip on the browser's disk, whole as far as that can be. */
export type FinishedClip = {clip: File; durationMs: number};

/**
 * Makes of what was recorded, to its end or to where it broke off, the clip that the person gets: with
 * duration and index, without what is broken. Where that cannot be done, as there is no room for it, what was
 * recorded is the clip. A clip that is finished is given as it is.
 *
 * @param signal leaves all as it is
 * @throws {CaptureError} `no-frames`, after which nothing is left; the signal's reason
 */
export async function finishClip(file: ClipFile, signal?: AbortSignal): Promise<FinishedClip> {
  const part = await file.part();
  const clip = part && !(await makeWhole(file, part, signal)) ? part : await file.whole();
  if (clip) return {clip, durationMs: await clipDuration(clip, file.container)};
  await file.remove();
  throw new CaptureError('no-frames', `${file.name} is not there any more.`);
}

/** True if the clip is as it should be now, in the place of what was recorded; else that is as it was. */
async function makeWhole(file: ClipFile, part: File, signal?: AbortSignal): Promise<boolean> {
  try {
    await repackOnDisk(file, part, signal);
    const whole = await file.whole();
    if (!whole || whole.size < part.size - MOST_LOST_BYTES) throw new Error('Much is missing.');
    await file.removePart().catch(() => undefined);
    return true;
  } catch (error) {
    await file.removeWhole().catch(() => undefined);
    signal?.throwIfAborted();
    if (!isNothing(error, part)) return false;
    await file.remove();
    throw error;
  }
}

async function repackOnDisk(file: ClipFile, part: File, signal?: AbortSignal): Promise<void> {
  const disk = await file.openWhole();
  try {
    if (!(await disk.hasRoomFor(part.size))) throw new CaptureError('full', 'No room for two.');
    const write = (chunk: DiskChunk) => disk.write(chunk);
    const options = {chunked: true, chunkSize: PIECE_BYTES};
    const target = new StreamTarget(new WritableStream({write}), options);
    await repack(part, file.container, target, signal);
  } finally {
    await disk.close();
  }
}

function isNothing(error: unknown, part: File): boolean {
  return error instanceof CaptureError && error.code === 'no-frames' && part.size < LEAST_BYTES;
}
