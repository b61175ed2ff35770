/** The files in the browser's own file system, by name, with their sizes in bytes. */
export async function filesOnDisk(): Promise<Record<string, number>> {
  const folder = await navigator.storage.getDirectory();
  const sizes: Record<string, number> = {};
  for await (const name of folder.keys()) {
    // It may be removed meanwhile.
    const file = await folder.getFileHandle(name).then(
      (handle) => handle.getFile(),
      () => null,
    );
    if (file) sizes[name] = file.size;
  }
  return sizes;
}

/** What such a file holds. */
export async function readFromDisk(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await navigator.storage.getDirectory();
  const file = await (await folder.getFileHandle(name)).getFile();
  return new Uint8Array(await file.arrayBuffer());
}

/** Puts a file there, as an earlier visit would have left it. */
export async function leaveOnDisk(name: string, data: BlobPart): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const file = await (await folder.getFileHandle(name, {create: true})).createWritable();
  await file.write(new Blob([data]));
  await file.close();
}

/** Removes all that is there; false while some of it is being written. */
export async function emptyDisk(): Promise<boolean> {
  const folder = await navigator.storage.getDirectory();
  const removals = Object.keys(await filesOnDisk()).map((name) => folder.removeEntry(name));
  return (await Promise.allSettled(removals)).every(({status}) => status === 'fulfilled');
}
