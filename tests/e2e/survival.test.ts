import type {BrowserContext, Locator, Page} from 'playwright';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {waitForFrames} from './graphics-spy.ts';
import {type LastingBrowser, lastingBrowser} from './lasting-browser.ts';
import {useSite, visit} from './use-site.ts';

/** So much at most is lost with the browser, in seconds: what is between two key frames, and on its way. */
const LOST = 6;

/** What a page loads to look for what was left. */
const LEFT_CHUNK = /\/left-clips[^/]*\.js$/;

describe('a recording', () => {
  let browser: LastingBrowser;
  let context: BrowserContext;

  beforeEach(async () => {
    browser = lastingBrowser();
    context = await browser.start();
  });

  afterEach(() => browser.dispose());

  it('is offered when the browser was killed, to one tab, until it is removed', async () => {
    const page = await openTab();
    await record(page, /0:0[7-9]/);
    expect(await filesOnDisk(page)).toEqual([expect.stringMatching(/\.part$/)]);
    await expectNothingOffered(await openTab());

    const recorded = await recordedSeconds(page);
    await browser.kill();
    context = await browser.start();
    const next = await openTab();
    await trayOf(next)
      .getByText(/^A clip of .* was left unfinished\.$/)
      .waitFor();
    const seconds = await playThrough(trayOf(next).locator('video'));
    expect(seconds).toBeGreaterThan(recorded - LOST);
    expect(seconds).toBeLessThan(recorded + LOST);
    await expectNothingOffered(await openTab());

    // It is there as long as nobody has said what is to become of it.
    await context.close();
    context = await browser.start();
    const last = await openTab();
    await last.getByText('not saved at an earlier visit').waitFor();
    await last.getByRole('button', {name: 'Your clips, 1'}).click();
    await trayOf(last)
      .getByText(/^A clip of .* was not saved yet\.$/)
      .waitFor();
    expect(await playThrough(trayOf(last).locator('video'))).toBe(seconds);
    await trayOf(last)
      .getByRole('button', {name: /^Remove/})
      .click();
    await expect.poll(() => filesOnDisk(last)).toEqual([]);
  });

  it('is offered when its tab was closed before it was saved, but not after that', async () => {
    const page = await openTab();
    await record(page, /0:0[2-9]/);
    await page.getByRole('button', {name: 'Stop recording'}).click();
    await trayOf(page).waitFor();
    await page.close();

    const next = await openTab();
    await next.getByRole('button', {name: 'Your clips, 1'}).click();
    await trayOf(next).getByText('was not saved yet').waitFor();
    const download = next.waitForEvent('download');
    await trayOf(next).getByRole('link', {name: 'Download'}).click();
    expect((await download).suggestedFilename()).toMatch(/^pastiche-[\d-]+\.(mp4|webm)$/);
    expect(await (await download).failure()).toBeNull();
    await next.close();

    await expectNothingOffered(await openTab());
  });

  async function openTab(): Promise<Page> {
    const page = await context.newPage();
    await visit(page, '?size=48');
    return page;
  }
});

describe('a disk', () => {
  const open = useSite();

  it('that gets full ends the recording, with a clip that plays', async () => {
    const page = await open('?size=48');
    await record(page, /0:0[3-9]/);
    const session = await page.context().newCDPSession(page);
    const {origin} = new URL(page.url());
    const quotaSize = await page.evaluate(async () => (await navigator.storage.estimate()).usage!);
    await session.send('Storage.overrideQuotaForOrigin', {origin, quotaSize});

    await page.getByText('There was no room for more').waitFor();
    expect(await playThrough(trayOf(page).locator('video'))).toBeGreaterThan(1);
    await trayOf(page)
      .getByRole('button', {name: /^Remove/})
      .click();
    await expect.poll(() => filesOnDisk(page)).toEqual([]);
  });

  it('that is nearly full is told of beside the time', async () => {
    const page = await open('?size=48');
    await record(page, /0:0[1-9]/);
    await page.evaluate(() => {
      navigator.storage.estimate = () => Promise.resolve({quota: 1e9, usage: 1e9});
    });

    await page.getByRole('timer').getByText('under 1 min left').waitFor();
  });

  it('that is refused is done without, which is told', async () => {
    const page = await open('?size=48', {
      prepare: (fresh) =>
        fresh.addInitScript(() => {
          navigator.storage.getDirectory = () =>
            Promise.reject(new DOMException('Refused by the test.', 'SecurityError'));
        }),
    });
    await record(page, /0:0[2-9]/);
    await page.getByText('The browser gives no storage here').waitFor();
    await page.getByRole('button', {name: 'Stop recording'}).click();

    expect(await playThrough(trayOf(page).locator('video'))).toBeGreaterThan(1);
    expect(await page.getByRole('alert').innerText()).toBe('');
  });
});

function trayOf(page: Page): Locator {
  return page.getByRole('dialog', {name: 'Your clips'});
}

/** Presses the button and waits until so much is recorded. */
async function record(page: Page, time: RegExp): Promise<void> {
  await page.getByRole('button', {name: 'Record', exact: true}).click();
  await page.getByRole('timer').getByText(time).waitFor();
}

/** How long the recording is, by what the page shows. */
async function recordedSeconds(page: Page): Promise<number> {
  const [, minutes, seconds] = /(\d+):(\d+)/.exec(await page.getByRole('timer').innerText()) ?? [];
  return 60 * Number(minutes) + Number(seconds);
}

/** Waits until the page has looked for what was left, and has not found any. */
async function expectNothingOffered(page: Page): Promise<void> {
  const loaded = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({name}) => name));
  await expect
    .poll(async () => (await loaded()).some((name) => LEFT_CHUNK.test(name)), {timeout: 20_000})
    .toBe(true);
  await waitForFrames(page, 5);
  await page.getByRole('button', {name: 'Clips and exports'}).waitFor();
  await page.close();
}

/** Plays the end of a clip; gives its length in seconds. */
function playThrough(video: Locator): Promise<number> {
  return video.first().evaluate(async (element: HTMLVideoElement) => {
    const next = (name: string) =>
      new Promise((resolve, reject) => {
        element.addEventListener(name, resolve, {once: true});
        element.addEventListener('error', () => reject(new Error(element.error?.message)));
      });
    if (element.readyState < HTMLMediaElement.HAVE_METADATA) await next('loadedmetadata');
    element.muted = true;
    element.currentTime = element.duration - 0.5;
    await next('seeked');
    const ended = next('ended');
    await element.play();
    await ended;
    return element.duration;
  });
}

/** The names of what the page's site has in the browser's own file system. */
function filesOnDisk(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });
}
