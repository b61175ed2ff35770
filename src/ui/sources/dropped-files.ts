/**
 * The files that were dropped or pasted, and of folders the pictures and videos in them, in the order
 * of their names. To be called while the event is handled: browsers forget what it held afterwards.
 */
export async function droppedFiles({items, files}: DataTransfer): Promise<File[]> {
  const parts = [...items]
    .filter(({kind}) => kind === 'file')
    .map((item) => {
      const entry = item.webkitGetAsEntry();
      return isFolder(entry) ? filesIn(entry) : item.getAsFile();
    });
  const all = parts.length > 0 ? parts : [...files];
  return (await Promise.all(all)).flat().filter((file) => file !== null);
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const entries = (await entriesIn(folder)).sort((a, b) => a.name.localeCompare(b.name));
  const files = await Promise.all(
    entries.map(async (entry) => {
      if (isFolder(entry)) return filesIn(entry);
      return isFile(entry) ? fileOf(entry) : [];
    }),
  );
  // Whoever drops a folder does not mean the notes beside the pictures.
  return files.flat().filter(({type}) => /^(image|video)\//.test(type));
}

async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    // Browsers give them by the hundred.
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (more.length === 0) return entries;
    entries.push(...more);
  }
}

/** A file that has gone meanwhile is none. */
function fileOf(entry: FileSystemFileEntry): Promise<File[]> {
  return new Promise((resolve) => {
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    );
  });
}

function isFolder(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory === true;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
