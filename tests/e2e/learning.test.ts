import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {RECIPES} from '../../src/network/fitting/recipes.ts';
import toyFit from '../network/fitting/toy-fit.json' with {type: 'json'};
import {waitForFrames} from './graphics-spy.ts';
import {pictureFile} from './picture-file.ts';
import {useSite} from './use-site.ts';

/** A software renderer compiles for a while before the first step. */
const PATIENCE = {timeout: 120_000};

const open = useSite();

it('learns an own style beside the picture, and still knows it after a reload', async () => {
  const page = await open('?size=48&source=still.png', {
    prepare: async (fresh) => {
      await serveStill(fresh);
      await serveToyLossNetwork(fresh);
      await shortenRecipe(fresh);
    },
  });
  await page.getByLabel('Pictures').setInputFiles([pictureFile('awning.png', {height: 128})]);
  await page.locator('[aria-checked=true][aria-busy=false]', {hasText: 'awning'}).waitFor();
  const before = await painting(page);

  await page.getByRole('button', {name: 'Learn this style'}).click();
  const progress = page.getByRole('progressbar', {name: 'Learning “awning”'});
  const stop = page.getByRole('button', {name: 'Stop', exact: true});
  // What is learnt by then is shown and kept. The steps after it would not wait for a click from outside.
  await page.waitForFunction(
    ([bar, button]) => {
      const hasBegun = Number(bar?.ariaValueNow) > 0;
      if (hasBegun) (button as HTMLElement).click();
      return hasBegun;
    },
    [await progress.elementHandle(), await stop.elementHandle()],
    PATIENCE,
  );
  await page.getByRole('button', {name: 'Go on learning this style'}).waitFor();
  const learnt = await painting(page);
  expect(difference(learnt, before)).toBeGreaterThan(1);
  await page.reload();
  await page.evaluate(() => window.pastiche.ready);
  await page.getByRole('radio', {name: 'awning'}).click();
  await page.getByRole('button', {name: 'Go on learning this style'}).waitFor();
  await expect.poll(async () => difference(await painting(page), learnt)).toBeLessThan(1);

  await page.getByRole('button', {name: 'Go on learning this style'}).click();
  await page.getByRole('button', {name: 'Learn', exact: true}).click();
  await page.getByRole('group', {name: 'Learn on'}).waitFor(PATIENCE);
  expect(difference(await painting(page), before)).toBeGreaterThan(1);
});

it('says what is missing where the loss network does not come, and paints on', async () => {
  const page = await open('?size=48', {
    prepare: (fresh) => fresh.route('**/loss-lite-*', (route) => route.fulfill({status: 404})),
  });
  await page.getByLabel('Pictures').setInputFiles([pictureFile('awning.png')]);
  await page.getByRole('button', {name: 'Learn this style'}).click();

  await page.getByText('weights could not be loaded').waitFor();
  await page.getByRole('button', {name: 'Learn this style'}).waitFor();
  await waitForFrames(page, 2);
});

/** A loss network of a few channels, which sees enough to learn something. */
async function serveToyLossNetwork(page: Page): Promise<void> {
  const {manifest, weights} = toyFit.lossNetwork;
  const body = Buffer.from(weights, 'base64');
  await page.route('**/loss-lite-*.json', (route) => route.fulfill({json: manifest}));
  await page.route('**/loss-lite-*.bin', (route) => route.fulfill({body}));
}

/** The recipe at a size that a software renderer is up to: small crops, few steps. */
async function shortenRecipe(page: Page): Promise<void> {
  await page.route('**/recipes-*.js', async (route) => {
    const response = await route.fetch();
    let code = await response.text();
    const short = {steps: 12, side: 32, count: 1};
    for (const name of ['steps', 'side', 'count'] as const) {
      const usual = `${name}:${RECIPES.usual[name]}`;
      expect(code).toContain(usual);
      code = code.replace(usual, `${name}:${short[name]}`);
    }
    await route.fulfill({response, body: code});
  });
}

/** A picture that can be the source at `still.png`. */
async function serveStill(page: Page): Promise<void> {
  const {buffer, mimeType} = pictureFile('still.png', {colours: ['#305070', '#d0b090']});
  await page.route('**/still.png', (route) => route.fulfill({body: buffer, contentType: mimeType}));
}

/** The red, green and blue of every pixel of the painting, 0…255. */
function painting(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const bitmap = await createImageBitmap(await window.pastiche.snapshot());
    const {width, height} = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const {data} = context!.getImageData(0, 0, width, height);
    return [...data].filter((_, index) => index % 4 < 3);
  });
}

/** The mean of the differences, 0…255. */
function difference(a: number[], b: number[]): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - b[index]!), 0) / a.length;
}
