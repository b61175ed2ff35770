import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {galleryCards} from './gallery-cards.ts';
import {waitForFrames} from './graphics-spy.ts';
import {pictureFile} from './picture-file.ts';
import {useSite} from './use-site.ts';

const open = useSite();

it('takes the look from the address, and writes it there', async () => {
  const page = await open('?style=neon:1,batik:3&alpha=0.5&size=50', {styles: 3});
  const look = await page.evaluate(() => window.pastiche.look());
  expect(look).toMatchObject({
    styles: [
      {id: 'neon', weight: 1},
      {id: 'batik', weight: 3},
    ],
    alpha: 0.5,
  });
  expect(await page.evaluate(() => window.pastiche.stats())).toMatchObject({
    width: 64,
    height: 48,
    styleId: 'batik',
  });

  await galleryCards(page, {checked: true}).press('ArrowRight');
  await page.waitForURL((url) => !url.search.includes(','));
  const {search} = new URL(page.url());
  const shown = await galleryCards(page, {checked: true}).getAttribute('id');
  expect(search).toContain(`style=${shown}&alpha=0.5&size=50`);
});

it('says what it did not understand, and paints all the same', async () => {
  const page = await open('?style=none-such&alpha=7&model=none-such&size=48');

  await page.getByText('There is no style called “none-such”').waitFor();
  await page.getByText('alpha=7; it goes from 0 to 1.5').waitFor();
  await page.getByText('There is no network called “none-such”').waitFor();
  expect(await page.evaluate(() => window.pastiche.look().alpha)).toBe(1.5);
  await waitForFrames(page, 2);
});

it('shows the picture and nothing else with clean=1', async () => {
  const page = await open('?clean=1&size=48');

  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByRole('heading').count()).toBe(0);
  const {width, height} = (await page.locator('canvas').boundingBox())!;
  expect(width === 800 || height === 600).toBe(true);
  await waitForFrames(page, 2);
});

it('starts the camera with source=camera', async () => {
  const page = await open('?source=camera&size=48');

  await page.getByRole('button', {name: /^Source: .*camera\.y4m$/}).waitFor();
  await waitForFrames(page, 2);
});

describe('a picture on another site', () => {
  let server: Server;
  let elsewhere: string;

  beforeAll(async () => {
    const picture = pictureFile('picture.png', {width: 320, height: 160});
    server = createServer(({url}, response) => {
      if (url === '/open.png') response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Content-Type', picture.mimeType);
      response.end(picture.buffer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('is painted if its site allows it', async () => {
    const page = await open(`?size=48&source=${elsewhere}/open.png`, {elsewhere: [elsewhere]});

    await page.getByRole('button', {name: 'Source: open.png'}).waitFor();
    const {width, height} = await page.evaluate(() => window.pastiche.stats());
    expect([width, height]).toEqual([96, 48]);
  });

  it('gives way to the demo and a sentence if it does not', async () => {
    const page = await open(`?size=48&source=${elsewhere}/closed.png`, {elsewhere: [elsewhere]});

    await page.getByText('its site does not allow it').waitFor();
    await page.getByRole('button', {name: 'Source: Demo'}).waitFor();
    await waitForFrames(page, 2);
  });
});
