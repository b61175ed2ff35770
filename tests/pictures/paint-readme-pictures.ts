import {mkdir, writeFile} from 'node:fs/promises';
import {createCanvas, loadImage} from '@napi-rs/canvas';
import {chromium, type Page} from 'playwright';
import {build, preview} from 'vite';
import {provisionBrowser} from '../browser/provision-browser.ts';

/** The styles the README shows on the demo scene. */
const STYLES = ['swirling-impasto', 'stained-glass', 'woodblock-waves'];

/** Short side of the pictures, in pixels. */
const SIZE = 384;
const JPEG_QUALITY = 90;

/** Software rendering takes its time for a picture, in milliseconds. */
const PATIENCE_MS = 600_000;

const FOLDER = new URL('../../styles-gallery/painted/', import.meta.url);

/** Lets the built site paint its demo scene in each style, and keeps what it shows: `npm run pictures`. */
async function paintReadmePictures(): Promise<void> {
  await build({logLevel: 'warn'});
  const server = await preview({preview: {port: 0, open: false}});
  const browser = await chromium.launch({executablePath: provisionBrowser()});
  try {
    await mkdir(FOLDER, {recursive: true});
    for (const style of STYLES) {
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      const png = await paint(page, `${server.resolvedUrls?.local[0]}?size=${SIZE}&style=${style}`);
      await writeFile(new URL(`${style}.jpg`, FOLDER), await asJpeg(png));
      await page.close();
      console.log(style);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The PNG of the first painting at an address of the page. */
async function paint(page: Page, address: string): Promise<Buffer> {
  await page.goto(address);
  const bytes = await page.evaluate(async () => {
    await window.pastiche.ready;
    const blob = await window.pastiche.snapshot();
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

async function asJpeg(png: Buffer): Promise<Buffer> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.encode('jpeg', JPEG_QUALITY);
}

await paintReadmePictures();
