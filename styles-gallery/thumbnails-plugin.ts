import {existsSync} from 'node:fs';
import {readdir, readFile, stat} from 'node:fs/promises';
import type {Plugin} from 'vite';
import {keepFile} from '../keep-file.ts';

const GALLERY = new URL('./', import.meta.url);

/** Sides and qualities to try, the best first: a card is some 145 pixels wide, on screens of two pixels each. */
const SIDES = [256, 192, 160, 128];
const QUALITIES = [80, 70, 60, 50];

/** A thumbnail has so many bytes at most. */
const MOST_BYTES = 12_000;

/**
 * Writes a thumbnail beside each picture of the gallery, before anything asks for it: cards show these, and the
 * picture is fetched when it is analysed.
 */
export function galleryThumbnails(): Plugin {
  return {
    name: 'gallery-thumbnails',
    apply: (_, {isPreview}) => !isPreview,
    config: makeThumbnails,
  };
}

async function makeThumbnails() {
  const folders = await readdir(GALLERY, {withFileTypes: true});
  for (const folder of folders) {
    if (!folder.isDirectory()) continue;
    const picture = new URL(`${folder.name}/image.jpg`, GALLERY);
    const thumbnail = new URL(`${folder.name}/thumbnail.webp`, GALLERY);
    if (!existsSync(picture) || (await isNewer(thumbnail, picture))) continue;
    await keepFile(thumbnail, await thumbnailOf(await readFile(picture)));
  }
}

async function isNewer(one: URL, other: URL): Promise<boolean> {
  if (!existsSync(one)) return false;
  const [{mtimeMs: its}, {mtimeMs: others}] = await Promise.all([stat(one), stat(other)]);
  return its > others;
}

/**
 * The middle of a picture as a small WebP, as good as it may be.
 *
 * @throws where it is no picture
 */
async function thumbnailOf(file: Uint8Array): Promise<Uint8Array> {
  const {createCanvas, loadImage} = await import('@napi-rs/canvas');
  const picture = await loadImage(Buffer.from(file));
  const side = Math.min(picture.width, picture.height);
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
  let bytes = new Uint8Array();
  for (const small of SIDES) {
    const canvas = createCanvas(small, small);
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, left, top, side, side, 0, 0, small, small);
    for (const quality of QUALITIES) {
      bytes = new Uint8Array(await canvas.encode('webp', quality));
      if (bytes.length <= MOST_BYTES) return bytes;
    }
  }
  return bytes;
}
