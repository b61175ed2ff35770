import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {createCanvas} from '@napi-rs/canvas';
import {format} from 'prettier';
import {type Painting, SIZE} from './painting.ts';
import {createRandom} from './random.ts';

const GALLERY = new URL('../', import.meta.url);
const PAINTINGS = new URL('./paintings/', import.meta.url);
const JPEG_QUALITY = 90;

/** Paints the styles named on the command line, or all: `npm run gallery -- [id …]`. */
async function paintGallery(ids: readonly string[]): Promise<void> {
  const files = (await readdir(PAINTINGS)).filter((file) => file.endsWith('.ts')).sort();
  const known = files.map((file) => file.replace('.ts', ''));
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new Error(`Expected ids of paintings/, but got ${unknown.join(', ')}.`);
  }
  for (const id of ids.length > 0 ? ids : known) {
    const {href} = new URL(`${id}.ts`, PAINTINGS);
    const {painting} = (await import(href)) as {painting: Painting};
    await writePainting(painting);
    console.log(painting.id);
  }
}

async function writePainting({id, title, note, seed, paint}: Painting): Promise<void> {
  const canvas = createCanvas(SIZE, SIZE);
  paint(canvas.getContext('2d'), createRandom(seed));
  const folder = new URL(`${id}/`, GALLERY);
  const card = {title, note, licence: 'CC0-1.0', generator: `painters/paintings/${id}.ts`, seed};
  await mkdir(folder, {recursive: true});
  await writeFile(new URL('image.jpg', folder), await canvas.encode('jpeg', JPEG_QUALITY));
  await writeFile(
    new URL('style.json', folder),
    await format(JSON.stringify(card), {parser: 'json'}),
  );
}

await paintGallery(process.argv.slice(2));
