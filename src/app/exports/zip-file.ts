import {Zip, ZipPassThrough} from 'fflate';

/** A ZIP file that grows. */
export type ZipFile = {
  /** Whether it can hold one more. */
  hasRoomFor(file: Blob): boolean;
  /** Puts a file in, as it is: pictures are compressed already. */
  add(path: string, file: Blob): Promise<void>;
  /** The whole; undefined where nothing was put in. */
  finish(): Blob | undefined;
};

/** What a ZIP can say of its files: more needs a newer kind, which not everybody reads. */
const MOST = {bytes: 3.9e9, files: 65_000};

/** Begins one. */
export function openZip(): ZipFile {
  const parts: BlobPart[] = [];
  let [bytes, files] = [0, 0];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  return {
    hasRoomFor: ({size}) => files === 0 || (files < MOST.files && bytes + size < MOST.bytes),
    async add(path, file) {
      const content = new Uint8Array(await file.arrayBuffer());
      const entry = new ZipPassThrough(path);
      zip.add(entry);
      entry.push(content, true);
      // The browser need not keep a blob in memory.
      parts.splice(0, parts.length, new Blob(parts));
      bytes += file.size;
      files++;
    },
    finish() {
      if (files === 0) return undefined;
      zip.end();
      return new Blob(parts, {type: 'application/zip'});
    },
  };
}
