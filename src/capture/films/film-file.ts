import type {StreamTargetChunk} from 'mediabunny';
import {CaptureError} from '../capture-error.ts';
import type {Container} from '../container.ts';
import type {ClipFile} from '../disk/clip-file.ts';
import type {DiskChunk} from '../disk/disk-file.ts';
import {openTape} from '../disk/tape.ts';
import {FilmError} from './film-error.ts';

/** A film as it was written, and its place on the browser's disk, which is the caller's to remove. */
export type WrittenFilm = {film: File; file: ClipFile};

/** A file that is written while a film is painted. Whoever opens one finishes or discards it. */
export type FilmFile = {
  readonly writable: WritableStream<StreamTargetChunk>;
  /** True where `finish` makes another file of it: until then all that is painted is to be on the disk, and readable. */
  readonly passing: boolean;
  /**
   * Makes a film of what was written, also where it broke off; undefined where it is in a file that the person
   * has already.
   *
   * @param signal ends that, and leaves it to be discarded
   * @throws {CaptureError} `no-frames` where nothing was painted, after which nothing is left; the signal's reason
   */
  finish(signal: AbortSignal): Promise<WrittenFilm | undefined>;
  /** Leaves nothing of it, unless it was finished; may be called twice. */
  discard(): Promise<void>;
};

/**
 * A file in the browser's own file system. Whatever becomes of the page, what was written is offered at the next
 * visit, as recordings are.
 *
 * @param bytes that it will take, about
 * @throws FilmError `full` where the browser has no room for these, or keeps no files
 */
export async function openOwnFile(container: Container, bytes: number): Promise<FilmFile> {
  const tape = await openTape(container, new Date(), bytes);
  if (!tape) throw new FilmError('full', `Expected room for ${bytes} bytes of the browser's own.`);
  let isFinished = false;
  return {
    writable: guarded((chunk) => tape.write(chunk as DiskChunk), 'full'),
    passing: true,
    async finish(signal) {
      const film = await tape.finish(signal);
      isFinished = true;
      return {film, file: tape.file};
    },
    discard: () => (isFinished ? Promise.resolve() : tape.dispose()),
  };
}

/** A file that the person has chosen. */
export async function openChosenFile(handle: FileSystemFileHandle): Promise<FilmFile> {
  const stream = await handle.createWritable();
  return {
    writable: guarded((chunk) => stream.write(chunk), 'file-full'),
    passing: false,
    async finish() {
      await stream.close();
      return undefined;
    },
    discard: () => stream.abort().catch(() => {}),
  };
}

/** Says of what cannot be written why that is; `full` is what a lack of room is called there. */
function guarded(
  write: (chunk: StreamTargetChunk) => Promise<void>,
  full: 'full' | 'file-full',
): WritableStream<StreamTargetChunk> {
  return new WritableStream({
    async write(chunk) {
      try {
        await write(chunk);
      } catch (cause) {
        throw new FilmError(
          isFull(cause) ? full : 'broken',
          `Not written: ${String(cause)}`,
          cause,
        );
      }
    },
  });
}

function isFull(cause: unknown): boolean {
  if (cause instanceof CaptureError) return cause.code === 'full';
  return cause instanceof DOMException && cause.name === 'QuotaExceededError';
}
