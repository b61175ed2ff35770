import {createCanvas, type Image, loadImage} from '@napi-rs/canvas';
import {unzipSync} from 'fflate';
import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {fetchClip} from './fetch-clip.ts';
import {graphicsCalls} from './graphics-spy.ts';
import {dataTransferOf, type PictureFile, pictureFile} from './picture-file.ts';
import {useSite} from './use-site.ts';

const open = useSite();

const button = (page: Page, name: string) => page.getByRole('button', {name, exact: true});

async function showPicture(page: Page, file: PictureFile) {
  const transfer = await dataTransferOf(page, file);
  await transfer.evaluate(({files}) => window.pastiche.setSource(files[0]!));
}

async function openForm(page: Page, name: 'Large picture' | 'Many pictures') {
  await page.getByRole('button', {name: /^Your clips|^Clips and exports/}).click();
  await button(page, name).click();
}

async function imageOf(file: Blob): Promise<Image> {
  return loadImage(Buffer.from(await file.arrayBuffer()));
}

/** How much two pictures of a size differ, on the mean of all bytes. */
function difference(one: Image, other: Image): number {
  const [a, b] = [one, other].map((image) => {
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  });
  return a!.reduce((sum, value, place) => sum + Math.abs(value - b![place]!), 0) / a!.length;
}

it('paints a picture with all of its pixels, and leaves no texture', async () => {
  const page = await open('?size=48');
  const file = pictureFile('stripes.png', {width: 1200, height: 900});
  await showPicture(page, file);
  await openForm(page, 'Large picture');
  await page.getByText(/all of the picture on the stage, 1200\s×\s900/).waitFor();
  await page.getByLabel('Strokes').selectOption('Fine, in full detail');
  const {textures, frames} = await graphicsCalls(page);
  await button(page, 'Paint the picture').click();

  const link = page.getByRole('link', {name: 'Download'});
  const made = await fetchClip(page, (await link.getAttribute('href')) ?? '');
  expect(await link.getAttribute('download')).toMatch(/^pastiche-.*\.png$/);
  const [painted, source] = [await imageOf(made), await loadImage(file.buffer)];
  expect([painted.width, painted.height]).toEqual([1200, 900]);
  expect(difference(painted, source)).toBeGreaterThan(10);
  const after = await graphicsCalls(page);
  expect(after.textures).toBe(textures);
  expect(after.frames).toBeGreaterThan(frames);
});

it('can be cancelled, and leaves nothing then', async () => {
  const page = await open('?size=48');
  await showPicture(page, pictureFile('stripes.png', {width: 1200, height: 900}));
  // What is loaded and made once is there.
  await paintByApi(page, pictureFile('small.png'), {format: 'jpeg'});
  await page.keyboard.press('Escape');
  const {textures} = await graphicsCalls(page);
  await openForm(page, 'Large picture');
  await page.getByLabel('Strokes').selectOption('Fine, in full detail');
  await page.locator('picture-form select').first().selectOption({label: '4096 × 3072'});
  await button(page, 'Paint the picture').click();
  await page.getByRole('button', {name: /^Cancel pastiche-/}).click();

  await page.getByRole('progressbar').waitFor({state: 'detached'});
  await expect.poll(async () => (await graphicsCalls(page)).textures).toBe(textures);
  expect(await page.getByRole('link', {name: 'Download'}).count()).toBe(0);
  expect((await page.getByRole('alert').allTextContents()).join('').trim()).toBe('');
});

it('paints for programs: a strip of 30 000 pixels, one after the other, or says why not', async () => {
  const page = await open('?size=48');
  const strip = pictureFile('strip.png', {width: 30_000, height: 24});
  const [wide, small] = await Promise.all([
    paintByApi(page, strip, {strokes: 'stage'}),
    paintByApi(page, pictureFile('small.png'), {side: 200, format: 'webp'}),
  ]);

  expect(wide).toEqual({type: 'image/png', width: 30_000, height: 24});
  expect(small).toEqual({type: 'image/webp', width: 200, height: 200});
  await expect(paintByApi(page, strip, {format: 'jpeg'})).rejects.toThrow(/as PNG only/);
  const text = {name: 'text.png', mimeType: 'image/png', buffer: Buffer.from('no picture')};
  await expect(paintByApi(page, text, {})).rejects.toThrow(/read/);
});

it('paints many, and says which it could not read', async () => {
  const page = await open('?size=48');
  await openForm(page, 'Many pictures');
  const names = ['one.png', 'two.png', 'three.png'];
  const broken = {name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no picture')};
  const files = [...names.map((name) => pictureFile(name, {width: 64, height: 48})), broken];
  await page.getByLabel('Choose pictures', {exact: true}).last().setInputFiles(files);
  await page.getByLabel('Size of each').selectOption('As it is');
  await button(page, 'Paint 4 pictures').click();

  await page.getByText(/could not be read and are left out: broken\.png/).waitFor();
  const link = page.getByRole('link', {name: 'Download'});
  expect(await link.getAttribute('download')).toBe('one-pastiche.zip');
  const zip = await fetchClip(page, (await link.getAttribute('href')) ?? '');
  const made = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  expect(Object.keys(made)).toEqual(['one-pastiche.jpg', 'two-pastiche.jpg', 'three-pastiche.jpg']);
  const image = await loadImage(Buffer.from(made['two-pastiche.jpg']!));
  expect([image.width, image.height]).toEqual([64, 48]);
});

/** What `window.pastiche.paintPicture()` gives: its type and size. */
async function paintByApi(
  page: Page,
  file: PictureFile,
  choice: Parameters<typeof window.pastiche.paintPicture>[1],
) {
  const transfer = await dataTransferOf(page, file);
  return transfer.evaluate(async ({files}, chosen) => {
    const blob = await window.pastiche.paintPicture(files[0]!, chosen);
    const {width, height} = await createImageBitmap(blob);
    return {type: blob.type, width, height};
  }, choice);
}
