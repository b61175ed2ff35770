import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {createCanvas, loadImage} from '@napi-rs/canvas';
import {chromium, type Page} from 'playwright';
import {build, preview} from 'vite';
import {provisionBrowser} from '../browser/provision-browser.ts';

/** The styles the README shows on the demo film; the first one in the whole app, too. */
const STYLES = [
  'mosaic',
  'woodblock-waves',
  'swirling-impasto',
  'stained-glass',
  'engraving-hatch',
  'linocut',
];

/** Short side of the paintings, in pixels; they are enlarged. */
const SIZE = 256;
const JPEG_QUALITY = 85;
/** Of the window that shows the whole app, in pixels. */
const WINDOW = {width: 1280, height: 800};
/** Until the page has settled: fonts, pictures, what fades in. In milliseconds. */
const SETTLE_MS = 5000;

/** Software rendering takes its time for a picture, in milliseconds. */
const PATIENCE_MS = 600_000;

const FOLDER = new URL('../../styles-gallery/painted/', import.meta.url);

/** Lets the built site paint its demo film in each style, and keeps what it shows: `npm run pictures`. */
async function paintReadmePictures(): Promise<void> {
  await build({logLevel: 'warn'});
  const server = await preview({preview: {port: 0, open: false}});
  const browser = await chromium.launch({executablePath: provisionBrowser()});
  try {
    await mkdir(FOLDER, {recursive: true});
    for (const style of STYLES) {
      const page = await browser.newPage({viewport: WINDOW});
      page.setDefaultTimeout(PATIENCE_MS);
      const address = `${server.resolvedUrls?.local[0]}?size=${SIZE}&style=${style}&model=swift`;
      await writeFile(new URL(`${style}.jpg`, FOLDER), await asJpeg(await paint(page, address)));
      if (style === STYLES[0]) {
        await page.waitForTimeout(SETTLE_MS);
        const path = fileURLToPath(new URL('app.jpg', FOLDER));
        await page.screenshot({path, type: 'jpeg', quality: JPEG_QUALITY});
      }
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
