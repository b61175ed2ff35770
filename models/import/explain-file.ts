/** What people have in place of a checkpoint: how it begins, and what to do about it. */
const FOUND: readonly [beginning: RegExp, sentence: string][] = [
  [
    /^\x89HDF/,
    'This is an HDF5 file, as Keras writes them: save its arrays with numpy.savez first.',
  ],
  [
    /^version https:\/\/git-lfs/,
    'This is a Git LFS pointer, which stands for the file: get the file itself with git lfs pull, or from its page.',
  ],
  [
    /^\s*<(!doctype|html|head|body|\?xml)/i,
    'This is a web page: what was saved is the page about the file, or one that says why there is none. Download the file itself.',
  ],
  [/^\s*[{[]/, 'This is JSON text, as servers answer with an error: open it to see what it says.'],
  [/^[^]\x8b/, 'This is compressed with gzip: unpack it first.'],
  [/^BZh/, 'This is compressed with bzip2: unpack it first.'],
  [/^\xfd7zXZ/, 'This is compressed with xz: unpack it first.'],
  [/^7z\xbc\xaf/, 'This is a 7z archive: unpack it first.'],
  [/^Rar!/, 'This is a RAR archive: unpack it first.'],
  [/^[^]{257}ustar/, 'This is a tar archive: unpack it first.'],
  [/^\x93NUMPY/, 'This is one NumPy array: save all of them into one .npz with numpy.savez.'],
  [/^GGUF/, 'This is a GGUF file, which holds a language model.'],
  [/^$/, 'It is empty: the download has failed.'],
];

/** As much of a file as tells what it is, in bytes. */
const HEAD = 512;

/** What a file is that is no checkpoint, and what to do; empty where that is not known. */
export function explainFile(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes.subarray(0, HEAD)).replace(/^\xef\xbb\xbf/, '');
  return FOUND.find(([beginning]) => beginning.test(text))?.[1] ?? '';
}
