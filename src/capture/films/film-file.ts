import type {StreamTargetChunk} from 'mediabunny';
import {FilmError} from './film-error.ts';

/** A file that is written while a film is painted. Whoever opens one finishes or discards it. */
export type FilmFile = {
  readonly writable: WritableStream<StreamTargetChunk>;
  /** The file, once `writable` is closed; undefined where the person has it already. */
  finish(): Promise<File | undefined>;
  /** Leaves nothing of it; may be called twice, and after `finish`. */
  discard(): Promise<void>;
};

/** Where the browser's own file system keeps films that are not saved yet. */
const FOLDER = 'films';

/**
 * A file in the browser's own file system, which `discard` deletes.
 *
 * @throws FilmError `full` where the browser keeps no files
 */
export async function openOwnFile(name: string): Promise<FilmFile> {
  try {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(FOLDER, {create: true});
    const handle = await folder.getFileHandle(name, {create: true});
    const stream = await handle.createWritable();
    return {
      writable: guarded(stream),
      finish: () => handle.getFile(),
      async discard() {
        await stream.abort().catch(() => {});
        await folder.removeEntry(name).catch(() => {});
      },
    };
  } catch (cause) {
    throw new FilmError('full', `Expected a file of the browser's own: ${String(cause)}`, cause);
  }
}

/** A file that the person has chosen. */
export async function openChosenFile(handle: FileSystemFileHandle): Promise<FilmFile> {
  const stream = await handle.createWritable();
  return {
    writable: guarded(stream),
    finish: () => Promise.resolve(undefined),
    discard: () => stream.abort().catch(() => {}),
  };
}

/** Bytes that the browser lets this page keep; undefined where it does not tell. */
export async function roomLeft(): Promise<number | undefined> {
  const {quota, usage} = await navigator.storage.estimate().catch((): StorageEstimate => ({}));
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}

/** Says of what cannot be written why that is. */
function guarded(stream: FileSystemWritableFileStream): WritableStream<StreamTargetChunk> {
  return new WritableStream({
    async write(chunk) {
      try {
        await stream.write(chunk);
      } catch (cause) {
        const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
        throw new FilmError(isFull ? 'full' : 'broken', `Not written: ${String(cause)}`, cause);
      }
    },
    close: () => stream.close(),
    abort: (reason) => stream.abort(reason),
  });
}
