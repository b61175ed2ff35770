import {type Browser, type ElementHandle, launch, type Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {type Display, openDisplay} from '../browser/open-display.ts';
import {provisionFirefox} from '../browser/provision-firefox.ts';
import {serveOwnSite, WITH_TOY} from './own-site.ts';
import {pictureFile} from './picture-file.ts';

const firefox = provisionFirefox();
// A developer's machine may have none, and no right to install one.
if (!firefox && process.env['CI']) throw new Error('Expected Firefox, but it cannot be had.');

/** What a person does first, in the other browser: one page, one step after the other. */
describe.skipIf(!firefox)('in Firefox', () => {
  let display: Display;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    display = await openDisplay();
    browser = await launch({
      browser: 'firefox',
      executablePath: firefox!,
      headless: false,
      env: {...process.env, DISPLAY: display.name},
      extraPrefsFirefox: {
        // The GPU of a machine that has none is drawn by Mesa, which Firefox does not trust.
        'webgl.force-enabled': true,
        'media.navigator.streams.fake': true,
        'media.navigator.permission.disabled': true,
      },
    });
    page = await browser.newPage();
    await page.setViewport({width: 800, height: 600});
    await page.goto(`${inject('siteUrl')}?size=48&model=swift-lite`);
    await page.evaluate(() => window.pastiche.ready);
  });

  afterAll(async () => {
    await browser?.close();
    display?.close();
  });

  it('starts, and paints the moving demo with our own passes', async () => {
    const before = await picture();
    const stats = await page.evaluate(() => window.pastiche.stats());
    await settle(1500);

    expect(stats).toMatchObject({running: true, width: 64, height: 48, stylizer: 'fused'});
    expect(await picture()).not.toBe(before);
  });

  it('shows another style when it is picked', async () => {
    const before = await styleId();
    const radio = await find('style-gallery >>> [role=radio][aria-checked=false]');
    const picked = await radio.evaluate((element) => element.id);
    await radio.click();
    await expect.poll(styleId).toBe(picked);

    expect(picked).not.toBe(before);
  });

  it('makes a style of a picture', async () => {
    const {name, mimeType, buffer} = pictureFile('stripes.png');
    const data = buffer.toString('base64');
    const id = await page.evaluate(
      async (base64, type, title) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const added = await window.pastiche.addStyle(new Blob([bytes], {type}), title);
        await window.pastiche.setLook({styles: [{id: added, weight: 1}]});
        return added;
      },
      data,
      mimeType,
      name,
    );

    expect(await styleId()).toBe(id);
    expect(await page.evaluate(() => window.pastiche.styles().at(-1))).toMatchObject({
      title: 'stripes.png',
      own: true,
    });
  });

  it('opens the camera', async () => {
    await page.evaluate(() => window.pastiche.setSource('camera'));
    const before = await picture();
    await settle(1500);

    expect(await picture()).not.toBe(before);
    await page.evaluate(() => window.pastiche.setSource('demo'));
  });

  it('records an enlarged clip that plays, and takes a snapshot', async () => {
    const clip = await page.evaluate(async () => {
      await window.pastiche.startRecording();
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const blob = await window.pastiche.stopRecording();
      const video = document.createElement('video');
      const url = URL.createObjectURL(blob);
      video.src = url;
      await new Promise((resolve, reject) => {
        video.onloadeddata = resolve;
        video.onerror = reject;
      });
      URL.revokeObjectURL(url);
      return {
        type: blob.type,
        seconds: video.duration,
        width: video.videoWidth,
        height: video.videoHeight,
      };
    });
    expect(clip).toMatchObject({
      type: expect.stringMatching(/^video\/(mp4|webm)$/) as string,
      width: 128,
      height: 96,
    });
    expect(clip.seconds).toBeGreaterThan(1);

    const still = await page.evaluate(async () => {
      const blob = await window.pastiche.snapshot();
      const {width, height} = await createImageBitmap(blob);
      return {type: blob.type, width, height};
    });
    expect(still).toEqual({type: 'image/png', width: 128, height: 96});
  });

  it('shows no picture of another site, by which something could go out', async () => {
    // The same machine by another name; nothing is asked of it.
    const elsewhere = inject('siteUrl').replace('localhost', '127.0.0.1');
    const blocked = await page.evaluate(async (address) => {
      const broken = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
          resolve(`${effectiveDirective} ${blockedURI}`);
        });
      });
      const picture = new Image();
      const loaded = new Promise<string>((resolve) => {
        picture.onload = () => {
          resolve('It was loaded.');
        };
      });
      picture.src = address;
      return Promise.race([broken, loaded]);
    }, `${elsewhere}icon.svg?secret`);

    expect(blocked).toBe(`img-src ${elsewhere}icon.svg?secret`);
  });

  it('starts without a connection where it has been before', async () => {
    const site = await serveOwnSite();
    const visited = await browser.newPage();
    await visited.goto(site.url + WITH_TOY);
    await visited.evaluate(() => window.pastiche.ready);
    await visited.evaluate(async () => void (await navigator.serviceWorker.ready));
    await site.stop();

    await visited.reload();
    await visited.evaluate(() => window.pastiche.ready);

    expect(await visited.evaluate(() => window.pastiche.stats())).toMatchObject({running: true});
    await visited.close();
  });

  function styleId(): Promise<string> {
    return page.evaluate(() => window.pastiche.look().styles[0]?.id ?? '');
  }

  /** The painting of this moment. */
  function picture(): Promise<string> {
    return page.evaluate(async () => {
      const bytes = new Uint8Array(await (await window.pastiche.snapshot()).arrayBuffer());
      return bytes.toString();
    });
  }

  async function find(selector: string): Promise<ElementHandle> {
    const element = await page.waitForSelector(`pastiche-app >>> ${selector}`);
    if (!element) throw new Error(`Expected ${selector} on the page, but it is not there.`);
    return element;
  }
});

function settle(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
