import {expect, it} from 'vitest';
import {droppedFiles} from '../../../src/ui/sources/dropped-files.ts';

const file = (name: string, type: string) => new File(['x'], name, {type});
const quilt = file('quilt.png', 'image/png');
const cat = file('cat.mp4', 'video/mp4');
const notes = file('notes.txt', 'text/plain');
const rug = file('rug.jpg', 'image/jpeg');

/** An entry of a file system as browsers hand it out; `null` stands for a file that has gone. */
type Tree = File | null | {[name: string]: Tree};

function entryOf(name: string, tree: Tree): FileSystemEntry {
  if (tree === null || tree instanceof File) {
    const entry = {
      name,
      isFile: true,
      isDirectory: false,
      file: (resolve: (file: File) => void, reject: () => void) => {
        if (tree) resolve(tree);
        else reject();
      },
    };
    return entry as unknown as FileSystemEntry;
  }
  const entries = Object.entries(tree).map(([child, below]) => entryOf(child, below));
  const entry = {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const left = [...entries];
      // Two at a time, as browsers give a hundred.
      return {
        readEntries: (resolve: (some: FileSystemEntry[]) => void) => resolve(left.splice(0, 2)),
      };
    },
  };
  return entry as unknown as FileSystemEntry;
}

/** What was dropped: files and folders by name. */
function transfer(tree: Record<string, Tree>): DataTransfer {
  const items = Object.entries(tree).map(([name, below]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entryOf(name, below),
    getAsFile: () => (below instanceof File ? below : file(name, '')),
  }));
  const text = {kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null};
  return {items: [text, ...items], files: []} as unknown as DataTransfer;
}

it('gives every file that was dropped, whatever it is', async () => {
  expect(await droppedFiles(transfer({quilt, notes, cat}))).toEqual([quilt, notes, cat]);
});

it('takes the pictures and videos of a folder, at any depth, by name', async () => {
  const folder = {
    'z.jpg': rug,
    'a.png': quilt,
    'notes.txt': notes,
    '.DS_Store': file('.DS_Store', ''),
    more: {'cat.mp4': cat, deeper: {'quilt.png': quilt}, empty: {}},
  };

  expect(await droppedFiles(transfer({folder, rug}))).toEqual([quilt, cat, quilt, rug, rug]);
});

it('gives nothing for a folder without pictures', async () => {
  expect(await droppedFiles(transfer({folder: {'notes.txt': notes}}))).toEqual([]);
});

it('goes on where a file of a folder has gone', async () => {
  expect(await droppedFiles(transfer({folder: {a: null, b: quilt}}))).toEqual([quilt]);
});

it('takes files where the browser knows no items', async () => {
  const data = {items: [], files: [quilt, cat]} as unknown as DataTransfer;

  expect(await droppedFiles(data)).toEqual([quilt, cat]);
});

it('takes files that are no entries, as pasted ones', async () => {
  const item = {kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => quilt};
  const data = {items: [item], files: [quilt]} as unknown as DataTransfer;

  expect(await droppedFiles(data)).toEqual([quilt]);
});
