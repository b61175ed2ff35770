import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {galleryCards} from './gallery-cards.ts';
import {waitForFrames} from './graphics-spy.ts';
import {useSite} from './use-site.ts';

const open = useSite();

it('mixes styles on a pad, and remembers the mix in the address', async () => {
  const page = await open('?size=48', {styles: 3});
  const others = galleryCards(page, {checked: false});
  await others.nth(0).click({modifiers: ['Shift']});
  await page.getByRole('slider', {name: 'Style mix', exact: true}).fill('25');
  await expect.poll(() => shares(page)).toEqual([0.75, 0.25]);

  await page
    .getByRole('button', {name: /^Mix in/})
    .first()
    .click();
  // The slider of two gives way to the pad, under the same name.
  const across = page.getByRole('slider', {name: 'Style mix, across'});
  const pad = page.getByRole('group', {name: 'Style mix'}).filter({has: across});
  const {x, y, width, height} = (await pad.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  // The lower right corner, where the third style is alone.
  await page.mouse.move(x + width, y + height, {steps: 4});
  await page.mouse.up();
  await expect.poll(() => shares(page)).toEqual([0, 0, 1]);
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await shares(page))[2]).toBeCloseTo(0.95);
  await waitForFrames(page, 2);

  await expect.poll(() => page.url()).toMatch(/style=[^&]*:0\.9/);
  await page
    .getByRole('button', {name: /out of the mix$/})
    .first()
    .click();
  await expect.poll(async () => (await shares(page)).length).toBe(2);
});

it('keeps looks as cues, over a reload, and comes back to them by keys', async () => {
  const page = await open('?size=48', {styles: 2});
  await page.getByRole('button', {name: 'Cues', exact: true}).click();
  await page.getByRole('button', {name: 'Keep this look'}).click();
  await page.getByRole('button', {name: /^Cue 1:/}).waitFor();
  await page.evaluate(() =>
    window.pastiche.setLook({alpha: 0.25, colour: {by: 'luminance', share: 1}}),
  );
  await page.getByRole('button', {name: 'Keep this look'}).click();
  await page.getByRole('button', {name: /^Cue 2:/}).waitFor();

  await page.reload();
  await page.evaluate(() => window.pastiche.ready);
  await page.getByRole('button', {name: 'Cues', exact: true}).click();
  await page.getByRole('button', {name: /^Cue 2:/}).waitFor();
  await page.locator('body').press('1');
  await expect.poll(() => page.evaluate(() => window.pastiche.look().alpha)).toBe(1);
  await page.keyboard.press('PageDown');
  await expect
    .poll(() => page.evaluate(() => window.pastiche.look()))
    .toMatchObject({alpha: 0.25, colour: {by: 'luminance', share: 1}});
  await waitForFrames(page, 2);
});

/** What the styles of the look count. */
function shares(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const weights = window.pastiche.look().styles.map(({weight}) => weight);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
}
