import type {Container} from '../container.ts';
import {DiskFile} from './disk-file.ts';

/** What is added to the name of a clip: it is being recorded, or was not ended. */
const PART = '.part';

/** What is added to the name of a clip that is safe elsewhere, for an empty file beside it. */
const SAVED = '.saved';

/** So long after it was saved a clip may still be read, as a large one is written elsewhere, in milliseconds. */
export const SAVING_MS = 10 * 60_000;

/**
 * The place of a clip in the browser's own file system, and a lock on it: whoever holds that is there, and
 * whose tab is gone has let go of it. `release` or `remove` ends it.
 */
export class ClipFile {
  /** As the person gets it: `pastiche-2026-11-23-10-15-00.mp4`. */
  readonly name: string;
  readonly container: Container;
  private readonly folder: FileSystemDirectoryHandle;
  private readonly unlock: () => void;
  private marking: Promise<void> = Promise.resolve();

  /** Takes the place of this name; null if another has it, this tab or one beside it. */
  static async claim(folder: FileSystemDirectoryHandle, name: string): Promise<ClipFile | null> {
    const unlock = await lock(name);
    return unlock && new ClipFile(folder, name, unlock);
  }

  /** The names of the clips in a folder, oldest first, whoever has them. */
  static async names(folder: FileSystemDirectoryHandle): Promise<string[]> {
    const names = new Set<string>();
    for await (const file of folder.keys()) {
      const [, name] = /^(pastiche-.+\.(?:mp4|webm))(?:\.part|\.saved)?$/.exec(file) ?? [];
      if (name) names.add(name);
    }
    return [...names].sort();
  }

  private constructor(folder: FileSystemDirectoryHandle, name: string, unlock: () => void) {
    this.folder = folder;
    this.name = name;
    this.container = name.endsWith('.mp4') ? 'mp4' : 'webm';
    this.unlock = unlock;
  }

  /** The clip while it is recorded, to be written; the caller closes it. Throws as `DiskFile.open` does. */
  openPart(): Promise<DiskFile> {
    return DiskFile.open(this.name + PART);
  }

  /** The clip as it should be, in the same way. */
  openWhole(): Promise<DiskFile> {
    return DiskFile.open(this.name);
  }

  /** What was recorded; null if it is whole, or nothing. */
  part(): Promise<File | null> {
    return this.read(PART);
  }

  /** The clip as it should be, if there is one. */
  whole(): Promise<File | null> {
    return this.read('');
  }

  removePart(): Promise<void> {
    return this.drop(PART);
  }

  removeWhole(): Promise<void> {
    return this.drop('');
  }

  /** When it was marked as safe elsewhere, in milliseconds since 1970; undefined if it was not. */
  async savedAt(): Promise<number | undefined> {
    return (await this.read(SAVED))?.lastModified;
  }

  /** Takes note, beyond this visit, that the clip is safe elsewhere. Never rejects. */
  markSaved(): Promise<void> {
    const marking = this.folder.getFileHandle(this.name + SAVED, {create: true});
    // Without room for that it is offered once more.
    this.marking = marking.then(noop, noop);
    return this.marking;
  }

  /**
   * Removes all that there is of the clip and lets go of it; one that has just been saved is left to
   * `removeSavedClips`. Never rejects; may be called twice.
   */
  async remove(): Promise<void> {
    await this.marking;
    const savedAt = (await this.savedAt()) ?? 0;
    try {
      if (Date.now() - savedAt > SAVING_MS) {
        await this.drop(PART);
        await this.drop('');
        await this.drop(SAVED);
      }
    } catch {
      // It is in use: it goes later, and is not offered.
      await this.markSaved();
    }
    this.release();
  }

  /** Lets go of the clip and leaves it where it is; may be called twice. */
  release(): void {
    this.unlock();
  }

  private async read(ending: string): Promise<File | null> {
    try {
      const file = await (await this.folder.getFileHandle(this.name + ending)).getFile();
      const {lastModified} = file;
      return new File([file], this.name, {type: `video/${this.container}`, lastModified});
    } catch {
      return null;
    }
  }

  private async drop(ending: string): Promise<void> {
    await this.folder.removeEntry(this.name + ending).catch((error: unknown) => {
      if ((error as Error).name !== 'NotFoundError') throw error;
    });
  }
}

/** Gives the function that ends the lock, or null if another holds it. */
function lock(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(`pastiche ${name}`, {ifAvailable: true}, (held) => {
        if (!held) return resolve(null);
        return new Promise<void>((unlock) => {
          resolve(unlock);
        });
      })
      .catch(reject);
  });
}

function noop() {}
