import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {waitForFrames, watchPictures} from './graphics-spy.ts';
import {useSite} from './use-site.ts';

/** A network is some seconds in waking where two cores play the GPU. */
const PATIENCE = {timeout: 60_000};

const open = useSite();

it('goes on painting while another network wakes, and then paints with that', async () => {
  const page = await open('?size=48&model=swift');
  await page.getByRole('button', {name: 'Settings'}).click();
  const choice = page.getByLabel('Network');
  await choice.selectOption('swift-lite');
  await page.getByText('Waking another one').waitFor();
  await watchPictures(page);
  await expect.poll(() => painting(page), PATIENCE).toBe('swift-lite');

  const pictures = await page.evaluate(() => window.graphicsCalls.pictures);
  expect(pictures.length).toBeGreaterThan(0);
  await page.waitForURL(/model=swift-lite/);
  await waitForFrames(page, 2);

  await choice.selectOption('swift');
  await expect.poll(() => painting(page), PATIENCE).toBe('swift');
  await waitForFrames(page, 2);
});

it('finds the network that the machine can keep up with', async () => {
  const page = await open('?size=48&model=auto');

  // Two cores that play the GPU keep up with none of them, so the smallest one paints.
  await expect.poll(() => painting(page), PATIENCE).toBe('swift-lite');
  await waitForFrames(page, 2);
  await expect.poll(() => page.url()).not.toContain('model=swift');
});

function painting(page: Page): Promise<string> {
  return page.evaluate(() => window.pastiche.stats().model);
}
