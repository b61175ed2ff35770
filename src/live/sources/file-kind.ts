import {SourceError} from './source-error.ts';

/** What a file is, by its first bytes. */
export type FileKind = 'picture' | 'drawing' | 'film' | 'sound' | 'unknown';

/** How much of a file is looked at, in bytes: a drawing may begin with a long comment. */
const HEAD_BYTES = 16_384;

/** Beginnings of files; a dot stands for any byte. */
const BEGINNINGS: readonly [FileKind, string][] = [
  ['picture', '\xff\xd8\xff'],
  ['picture', '\x89PNG'],
  ['picture', 'GIF8'],
  ['picture', 'BM'],
  ['picture', 'RIFF....WEBP'],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  ['film', 'RIFF....AVI '],
  ['sound', 'RIFF....WAVE'],
  ['film', '\x1a\x45\xdf\xa3'],
  ['film', 'FLV'],
  ['film', '\x30\x26\xb2\x75'],
  ['film', '\0\0\x01\xba'],
  ['film', '....moov'],
  ['film', '....mdat'],
  ['film', '....wide'],
  ['film', '....free'],
  ['sound', 'ID3'],
  ['sound', 'fLaC'],
];

/** Brands of ISO files that are no films; see https://mp4ra.org/registered-types/brands. */
const PICTURE_BRANDS = [
  'avif',
  'avis',
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'hevx',
  'hevm',
].concat(['mif1', 'msf1']);
const SOUND_BRANDS = ['M4A ', 'M4B ', 'F4A '];

/** How pictures begin that few browsers show: HEIC, TIFF, Photoshop, JPEG XL, JPEG 2000. */
const RARE = [
  '....ftyphei',
  '....ftyphev',
  '....ftypmif1',
  '....ftypmsf1',
  'II*\0',
  'MM\0*',
].concat(['8BPS', '\xff\x0a', '....JXL ', '....jP  ']);

/**
 * What a file is, whatever its name and type say.
 *
 * @throws SourceError `unreadable` where it was moved or removed since it was chosen
 */
export async function fileKind(file: Blob): Promise<FileKind> {
  const text = await headOf(file);
  if (text.slice(4, 8) === 'ftyp') return isoKind(text.slice(8, 12));
  const known = BEGINNINGS.find(([, beginning]) => startsWith(text, beginning));
  if (known) return known[0];
  if (file.type.startsWith('image/svg')) return 'drawing';
  // Zeros between the letters: UTF-16.
  return /<([\w-]+:)?svg[\s>]/i.test(text.replaceAll('\0', '')) ? 'drawing' : 'unknown';
}

/** Whether a file is a picture of a kind that few browsers show. */
export function isRarePicture(file: Blob): Promise<boolean> {
  return beginsWith(file, RARE);
}

/** Whether a file begins in one of these ways; a dot stands for any byte. */
export async function beginsWith(file: Blob, beginnings: readonly string[]): Promise<boolean> {
  const text = await headOf(file);
  return beginnings.some((beginning) => startsWith(text, beginning));
}

async function headOf(file: Blob): Promise<string> {
  try {
    const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    return String.fromCharCode(...bytes);
  } catch (cause) {
    throw new SourceError('unreadable', 'Expected a file that can be read.', {cause});
  }
}

function isoKind(brand: string): FileKind {
  if (PICTURE_BRANDS.includes(brand)) return 'picture';
  return SOUND_BRANDS.includes(brand) ? 'sound' : 'film';
}

function startsWith(text: string, beginning: string): boolean {
  return [...beginning].every((letter, index) => letter === '.' || text[index] === letter);
}
