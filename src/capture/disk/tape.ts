import {clipName} from '../clip-name.ts';
import type {Container} from '../container.ts';
import {ClipFile} from './clip-file.ts';
import type {DiskChunk, DiskFile} from './disk-file.ts';
import {finishClip} from './finish-clip.ts';
import {removeSavedClips} from './left-clips.ts';

/** Where there is less room at the start, memory takes more of a recording, in bytes. */
const LEAST_ROOM = 2 ** 27;

/**
 * What a take is written to while it is recorded: a file that is there whatever becomes of the page. `finish`
 * or `dispose` ends it.
 */
export class Tape {
  /** The place of the clip; after `finish` it is the caller's. */
  readonly file: ClipFile;
  private readonly disk: DiskFile;
  private end = 0;

  constructor(file: ClipFile, disk: DiskFile) {
    this.file = file;
    this.disk = disk;
  }

  /** Resolves when it is written. Throws as `DiskFile.write` does. */
  async write(chunk: DiskChunk): Promise<void> {
    this.end = Math.max(this.end, chunk.position + chunk.data.byteLength);
    await this.disk.write(chunk);
  }

  /** Writes it behind all that was written. */
  append(data: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.write({data, position: this.end});
  }

  /** Whether so many bytes more could be written now. */
  hasRoomFor(bytes: number): Promise<boolean> {
    return this.disk.hasRoomFor(bytes);
  }

  /**
   * Makes the clip of what was written, see `finishClip`.
   *
   * @param signal ends that, and leaves what was written
   * @throws {CaptureError} `no-frames`, after which nothing is left; the signal's reason
   */
  async finish(signal?: AbortSignal): Promise<File> {
    await this.disk.close();
    return (await finishClip(this.file, signal)).clip;
  }

  /** Leaves nothing, once this resolves; may be called twice. */
  async dispose(): Promise<void> {
    await this.disk.close();
    await this.file.remove();
  }
}

/**
 * Opens a tape for what begins at `date`; null where the browser has no room, or none for this page.
 *
 * @param bytes for which there has to be room
 */
export async function openTape(
  container: Container,
  date: Date,
  bytes = LEAST_ROOM,
): Promise<Tape | null> {
  let file: ClipFile | null = null;
  try {
    await removeSavedClips();
    file = await claimNew(date, container);
    const disk = await file.openPart();
    const tape = new Tape(file, disk);
    if (await tape.hasRoomFor(bytes)) return tape;
    await tape.dispose();
  } catch {
    await file?.remove();
  }
  return null;
}

/** Two takes may begin in the same second, in two tabs or by a program. */
async function claimNew(date: Date, container: Container): Promise<ClipFile> {
  const folder = await navigator.storage.getDirectory();
  const taken = await ClipFile.names(folder);
  const usual = clipName(date, container);
  for (let count = 1; ; count++) {
    const name = count === 1 ? usual : usual.replace('.', `-${count}.`);
    const file = taken.includes(name) ? null : await ClipFile.claim(folder, name);
    if (file) return file;
  }
}
