import {nameAfter} from '../../capture/clip-name.ts';
import {AppError} from '../notices/app-error.ts';
import {numberedName} from './numbered-name.ts';
import type {PictureKeeper} from './picture-keeper.ts';

/** Keeps pictures in a folder, and those of folders in folders of the same names. What is there already stays. */
export function keepInFolder(root: FileSystemDirectoryHandle, ending: string): PictureKeeper {
  return {
    async keep(path, picture) {
      try {
        let folder = root;
        for (const name of path.slice(0, -1)) {
          folder = await folder.getDirectoryHandle(name, {create: true});
        }
        await write(await newFile(folder, nameAfter(path.at(-1) ?? '', ending)), picture);
      } catch (cause) {
        throw new AppError({key: 'pictures.folder-failed', values: {name: root.name}}, {cause});
      }
    },
    close() {},
  };
}

async function write(file: FileSystemFileHandle, picture: Blob): Promise<void> {
  const writable = await file.createWritable();
  try {
    await writable.write(picture);
    await writable.close();
  } catch (error) {
    await writable.abort().catch(() => {});
    throw error;
  }
}

async function newFile(folder: FileSystemDirectoryHandle, name: string) {
  for (let number = 1; ; number++) {
    const free = numberedName(name, number);
    if (!(await isThere(folder, free))) return folder.getFileHandle(free, {create: true});
  }
}

async function isThere(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    const {name: problem} = error as Partial<DOMException>;
    if (problem === 'NotFoundError') return false;
    // A folder of this name is there, too.
    if (problem === 'TypeMismatchError') return true;
    throw error;
  }
}
