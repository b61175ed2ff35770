import {writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright';
import {createServer} from 'vite';
import {provisionBrowser} from '../tests/browser/provision-browser.ts';
import type {FilmOptions} from './film-page.ts';

const OPTIONS: FilmOptions = {
  side: 640,
  framesPerSecond: 24,
  seconds: 6,
  samples: 3,
  bitsPerSecond: 700_000,
};

/** Renders the film that the demo shows, and its first frame: `npm run demo`. */
async function makeFilm(): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const server = await createServer({
    root,
    logLevel: 'warn',
    server: {port: 0, hmr: false, watch: null},
  });
  await server.listen();
  const browser = await chromium.launch({executablePath: provisionBrowser()});
  try {
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'log') console.log(message.text());
    });
    await page.goto(`${server.resolvedUrls?.local[0]}demo/film.html`);
    await page.waitForFunction(() => 'renderFilm' in window);
    const {webm, mp4, posterJpeg} = await page.evaluate(
      (options) => window.renderFilm(options),
      OPTIONS,
    );
    await writeFile(new URL('film.webm', import.meta.url), Buffer.from(webm, 'base64'));
    await writeFile(new URL('film.mp4', import.meta.url), Buffer.from(mp4, 'base64'));
    await writeFile(new URL('poster.jpg', import.meta.url), Buffer.from(posterJpeg, 'base64'));
  } finally {
    await browser.close();
    await server.close();
  }
}

await makeFilm();
