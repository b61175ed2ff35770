import {clipDate} from '../clip-date.ts';
import {ClipFile} from './clip-file.ts';
import {finishClip, type FinishedClip} from './finish-clip.ts';

/** A clip that nobody has any more, though nobody has saved or removed it. */
export type LeftClip = FinishedClip & {
  /** The caller releases or removes it. */
  file: ClipFile;
  /** True if its recording broke off. */
  unfinished: boolean;
  /** When its recording began, in milliseconds since 1970. */
  begun: number;
};

/**
 * The clips on the browser's disk of tabs that are gone, newest first; those of which the recording broke off
 * are finished before they are given. What has no picture is removed.
 *
 * @param signal ends it; what was not given by then stays as it is
 */
export async function* leftClips(signal: AbortSignal): AsyncGenerator<LeftClip> {
  for await (const file of leftFiles()) {
    const clip = signal.aborted ? null : await look(file, signal).catch(() => null);
    if (clip && !signal.aborted) yield clip;
    else file.release();
  }
}

/** Removes what was saved and nobody has any more, unless a download may still read it. */
export async function removeSavedClips(): Promise<void> {
  for await (const file of leftFiles()) {
    if ((await file.savedAt()) === undefined) file.release();
    else await file.remove();
  }
}

/** The files that nobody has; the caller releases each. */
async function* leftFiles(): AsyncGenerator<ClipFile> {
  const folder = await navigator.storage.getDirectory();
  for (const name of (await ClipFile.names(folder)).reverse()) {
    const file = await ClipFile.claim(folder, name);
    if (file) yield file;
  }
}

async function look(file: ClipFile, signal: AbortSignal): Promise<LeftClip | null> {
  if ((await file.savedAt()) !== undefined) return null;
  const unfinished = (await file.part()) !== null;
  const finished = await finishClip(file, signal);
  const begun = clipDate(file.name)?.getTime() ?? finished.clip.lastModified;
  return {...finished, file, unfinished, begun};
}
