import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {loadImage} from '@napi-rs/canvas';
import {describe, expect, it} from 'vitest';
import {firstLook} from '../../../src/app/look/look-table.ts';
import {gallery} from '../../../src/app/styles/gallery.ts';
import {galleryPictures} from '../../../src/app/styles/gallery-pictures.ts';
import {catalogue} from '../fake-catalogue.ts';

const FOLDER = new URL('../../../styles-gallery/', import.meta.url);
/** As many styles as there are on a first visit, at least. */
const FEWEST = 24;

/** A folder with a picture or a card is meant to be a style; the others hold what paints them. */
const ids = readdirSync(FOLDER).filter((name) =>
  ['style.json', 'image.jpg'].some((file) => existsSync(new URL(`${name}/${file}`, FOLDER))),
);

it('has many styles', () => {
  expect(ids.length).toBeGreaterThanOrEqual(FEWEST);
});

it('lists every folder', () => {
  expect(gallery.map(({id}) => id).sort()).toEqual(ids.sort());
});

it('has titles of their own', () => {
  expect(new Set(gallery.map(({title}) => title)).size).toBe(gallery.length);
});

it('has the style of a first visit', () => {
  const {styles} = firstLook({...catalogue, styles: gallery});

  expect(ids).toContain(styles[0]!.id);
  expect(styles[0]!.id).toBe('swirling-impasto');
});

describe.each(ids)('%s', (id) => {
  it('says what it is', () => {
    const card = JSON.parse(readFileSync(new URL(`${id}/style.json`, FOLDER), 'utf8')) as unknown;

    expect(card).toEqual({
      title: expect.stringMatching(/^\S.{2,40}$/) as string,
      note: expect.stringMatching(/^[A-Z].{10,}\.$/) as string,
      licence: 'CC0-1.0',
      generator: expect.stringMatching(/\.ts$/) as string,
      seed: expect.any(Number) as number,
    });
    const {generator} = card as {generator: string};
    expect(existsSync(new URL(generator, FOLDER)), generator).toBe(true);
  });

  it('has a picture of 512 × 512 pixels', async () => {
    const picture = await loadImage(readFileSync(new URL(`${id}/image.jpg`, FOLDER)));

    expect([picture.width, picture.height]).toEqual([512, 512]);
  });

  it('has a thumbnail of 12 kB at most', async () => {
    const file = readFileSync(new URL(`${id}/thumbnail.webp`, FOLDER));
    const {width, height} = await loadImage(file);

    expect(width).toBe(height);
    expect(width).toBeGreaterThanOrEqual(128);
    expect(file.length).toBeLessThanOrEqual(12_000);
  });

  it('is listed as the page shows it', () => {
    const entry = gallery.find((style) => style.id === id)!;

    expect(entry.own).toBe(false);
    expect(entry.imageUrl).toContain(`${id}/thumbnail.webp`);
    expect(galleryPictures.get(id)).toContain(`${id}/image.jpg`);
  });
});
