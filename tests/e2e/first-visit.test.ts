import {gzipSync} from 'node:zlib';
import type {Response} from 'playwright';
import {expect, inject, it} from 'vitest';
import {graphicsCalls, waitForFrames} from './graphics-spy.ts';
import {useSite} from './use-site.ts';

/** What a person waits for before the page is there, in bytes. */
const MOST_BEFORE_FIRST_PAINT = 60_000;

/** All that a first visit fetches until it shows a painting, in bytes. */
const MOST_BEFORE_FIRST_FRAME = 3_000_000;

const open = useSite();

it('paints the moving demo with the real network and a brush, and asks for no camera', async () => {
  const fetched: string[] = [];
  const page = await open('?size=48&model=swift', {
    network: 'real',
    context: {permissions: []},
    prepare: (fresh) => {
      fresh.on('request', (request) => {
        if (request.resourceType() === 'fetch') fetched.push(new URL(request.url()).pathname);
      });
      return fresh.addInitScript(() => {
        navigator.mediaDevices.getUserMedia = () => {
          throw new Error('The page asked for the camera by itself.');
        };
      });
    },
  });

  await page.evaluate(() => (window.graphicsCalls.watched = true));
  await waitForFrames(page, 3);
  const pictures = await page.evaluate(() => window.graphicsCalls.pictures);

  expect(new Set(pictures).size).toBeGreaterThan(1);
  // What the network knows of the style has come with the brush, so its picture is not analysed.
  expect(fetched.filter((path) => path.includes('/swirling-impasto-'))).toHaveLength(1);
  expect(fetched.filter((path) => path.includes('/image-'))).toEqual([]);
  await page.getByRole('button', {name: 'Start camera'}).waitFor();
  expect(await page.getByRole('button', {name: 'Source: Demo'}).count()).toBe(1);
  expect(await page.evaluate(() => window.pastiche.stats())).toMatchObject({
    running: true,
    width: 64,
    height: 48,
    model: 'swift',
    backend: 'webgl',
  });
  // It is shown larger than it is painted.
  const canvas = page.locator('canvas').first();
  expect(await canvas.evaluate(({width, height}: HTMLCanvasElement) => [width, height])).toEqual([
    128, 96,
  ]);
});

it('needs little JavaScript before the first paint, and TensorFlow.js comes apart', async () => {
  const html = await text('');
  const scripts = await withImports(
    [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(first),
  );
  const size = [...scripts.values()].reduce((sum, code) => sum + gzipSync(code).length, 0);

  expect(scripts.size).toBeGreaterThan(0);
  expect(size).toBeLessThanOrEqual(MOST_BEFORE_FIRST_PAINT);
  const all = [...scripts.values()].join();
  expect(all).not.toContain('WEBGL_VERSION');
  expect(all).not.toContain('dev mode');
});

it('shows a painting after three megabytes at most', async () => {
  const responses: Response[] = [];
  const page = await open('?size=48', {
    network: 'real',
    prepare: (fresh) => {
      fresh.on('response', (response) => responses.push(response));
      return Promise.resolve();
    },
  });
  const {firstFrameMs} = await graphicsCalls(page);
  const before = await page.evaluate(
    (until) =>
      performance
        .getEntries()
        .filter(({startTime}) => startTime < until)
        .map(({name}) => name),
    firstFrameMs ?? 0,
  );

  const sizes = new Map<string, number>();
  for (const response of responses) {
    if (before.includes(response.url())) sizes.set(response.url(), await transferred(response));
  }
  const sum = [...sizes.values()].reduce((all, size) => all + size, 0);

  expect([...sizes.keys()].filter((url) => url.includes('/weights-'))).toHaveLength(1);
  const list = [...sizes].map(([url, size]) => `${size} ${url}`).join('\n');
  expect(sum, list).toBeLessThanOrEqual(MOST_BEFORE_FIRST_FRAME);
});

it('promises by its Content-Security-Policy to send nothing elsewhere', async () => {
  const html = (await text('')).replaceAll('&#39;', "'");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];

  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).not.toContain('unsafe');
});

/** The bytes of a response as a usual server sends it: text packed, everything else as it is. */
async function transferred(response: Response): Promise<number> {
  if (!response.ok()) return 0;
  const body = await response.body();
  const type = response.headers()['content-type'] ?? '';
  return /text|javascript|json|svg/.test(type) ? gzipSync(body).length : body.length;
}

/** The scripts at these paths and all they import at once, by path. */
async function withImports(paths: string[]): Promise<Map<string, string>> {
  const scripts = new Map<string, string>();
  for (const path of paths) {
    const code = await text(path);
    scripts.set(path, code);
    const imported = [...code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(first);
    paths.push(...imported.map((name) => `assets/${name}`).filter((name) => !paths.includes(name)));
  }
  return scripts;
}

async function text(path: string): Promise<string> {
  const response = await fetch(inject('siteUrl') + path);
  expect(response.ok).toBe(true);
  return response.text();
}

function first(match: RegExpMatchArray): string {
  return match[1] ?? '';
}
