import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {contextSwitch} from './context-switch.ts';
import {graphicsCalls, waitForFrames} from './graphics-spy.ts';
import {pictureFile} from './picture-file.ts';
import {useSite} from './use-site.ts';

const open = useSite();

it('paints 300 frames and keeps no tensor and no texture of them', async () => {
  const page = await open('?size=32', {fullRate: true});
  await waitForFrames(page, 10);
  const before = await held(page);

  await waitForFrames(page, 300);

  expect(await held(page)).toEqual(before);
});

it('brings no pixel of the camera to the CPU', async () => {
  const page = await open('?size=32&source=camera', {fullRate: true});
  await waitForFrames(page, 2);
  const {readBacks} = await graphicsCalls(page);

  await waitForFrames(page, 30);

  expect((await graphicsCalls(page)).readBacks).toBe(readBacks);
});

it('paints on after the graphics card was lost, twice, with what the person had made', async () => {
  const page = await open('?size=48');
  await page.getByLabel('Pictures').setInputFiles([pictureFile('stripes.png')]);
  await page.getByRole('radio', {name: 'stripes', checked: true}).waitFor();
  const context = await contextSwitch(page);
  const away = page.getByText('The graphics card was taken away');

  for (let time = 0; time < 2; time++) {
    await context.lose();
    await away.waitFor();
    await context.restore();
    await away.waitFor({state: 'detached'});
    await waitForFrames(page, 3);
  }

  await page.getByRole('radio', {name: 'stripes', checked: true}).waitFor();
  // What was analysed before is known still, and what was not can be.
  await page.getByRole('button', {name: 'Use this frame'}).click();
  await page.getByRole('radio', {name: 'My frame', checked: true}).waitFor();
  await waitForFrames(page, 2);
});

it('rests in a hidden tab unless it records', async () => {
  const page = await open('?size=32');
  await setHidden(page, true);
  await expect.poll(() => framesInASecond(page), {timeout: 20_000}).toBe(0);

  await setHidden(page, false);
  await waitForFrames(page, 2);

  await page.getByRole('button', {name: 'Record', exact: true}).click();
  await page.getByRole('button', {name: 'Stop recording'}).waitFor();
  await setHidden(page, true);
  await waitForFrames(page, 5);
  await page.getByRole('button', {name: 'Stop recording'}).click();
  await page.getByRole('dialog', {name: 'Your clips'}).waitFor();
  await expect.poll(() => framesInASecond(page), {timeout: 20_000}).toBe(0);
});

/** What the page holds on the graphics card. */
async function held(page: Page): Promise<{tensors: number; textures: number}> {
  const {textures} = await graphicsCalls(page);
  const {tensors} = await page.evaluate(() => window.pastiche.stats());
  return {tensors, textures};
}

/** Makes the page believe that its tab is hidden or shown. */
async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', {value: isHidden, configurable: true});
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

function framesInASecond(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const {frames} = window.graphicsCalls;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return window.graphicsCalls.frames - frames;
  });
}
