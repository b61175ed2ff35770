import axe from 'axe-core';
import type {Locator, Page} from 'playwright';
import {describe, expect, it} from 'vitest';
import {useSite} from './use-site.ts';

const open = useSite();

const DESKTOP = {viewport: {width: 1280, height: 800}};
const PHONE = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true};

describe.each([
  {device: 'desktop', screen: DESKTOP, sheets: ['Keyboard shortcuts', 'Settings']},
  {device: 'phone', screen: PHONE, sheets: ['Settings']},
])('on a $device', ({screen, sheets}) => {
  // What fades in is judged where it comes to rest.
  const context = {...screen, permissions: ['camera'], reducedMotion: 'reduce' as const};

  it('is accessible while it loads', async () => {
    const page = await open('?size=48', {
      context,
      paints: false,
      prepare: (fresh) => fresh.route('**/weights-*.bin', () => {}),
    });
    await page.getByRole('progressbar').waitFor();
    await expectAccessible(page);
  });

  it('is accessible whatever it shows', async () => {
    const page = await open('?size=48', {context});
    await expectAccessible(page);

    await page.getByRole('button', {name: 'Source: Demo'}).click();
    await page.getByRole('dialog', {name: 'Source'}).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');

    for (const name of sheets) {
      await page.getByRole('button', {name}).click();
      await page.getByRole('dialog', {name}).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
    }

    await page.getByRole('button', {name: 'Use this frame'}).click();
    await page.getByRole('button', {name: 'Rename or remove My frame'}).click();
    await page.getByRole('dialog', {name: 'Your style'}).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');

    await page.getByRole('button', {name: 'Start camera'}).click();
    await page.getByRole('button', {name: /^Source: .*camera\.y4m$/}).waitFor();
    await page.getByRole('button', {name: 'Before and after'}).click();
    await page.getByRole('button', {name: 'Record', exact: true}).click();
    await page.getByRole('timer').waitFor();
    await expectAccessible(page);

    await page.getByRole('button', {name: 'Stop recording'}).click();
    await page.getByRole('dialog', {name: 'Your clips'}).waitFor();
    await expectAccessible(page);
  });
});

it.each([
  [1440, 900],
  [820, 1180],
  [390, 844],
  [844, 390],
])('is accessible on %i × %i whatever is set about the look', async (width, height) => {
  const page = await open('?size=48', {
    context: {
      viewport: {width, height},
      reducedMotion: 'reduce',
      permissions: ['camera', 'microphone'],
    },
    styles: 2,
  });
  const press = (name: string) => page.getByRole('button', {name, exact: true}).click();
  const [first, second] = await page.evaluate(() => window.pastiche.styles().map(({id}) => id));
  await page.evaluate(
    (ids) => window.pastiche.setLook({styles: ids.map((id) => ({id, weight: 1}))}),
    [first!, second!],
  );
  for (const drawer of ['Mix', 'Colour', 'Calm', 'MIDI']) {
    await press(drawer);
    await expectAccessible(page);
  }

  await press('Cues');
  await press('Keep this look');
  await page.getByRole('button', {name: /^Cue 1:/}).click();
  await page.getByRole('combobox', {name: 'Autopilot'}).selectOption({index: 1});
  await expectAccessible(page);
  await page.getByRole('combobox', {name: 'Autopilot'}).selectOption({index: 0});

  await press('Sound');
  await expectAccessible(page);
  await press('Listen to the microphone');
  await page.getByRole('button', {name: 'Stop listening'}).waitFor();
  await expectAccessible(page);

  await press('Regions');
  await expectAccessible(page);
  await press('Paint by hand');
  await page.locator('mask-brush').waitFor();
  await expectAccessible(page);
});

it('obeys its keyboard shortcuts', async () => {
  const page = await open('?size=48', {styles: 2});
  const keys = page.keyboard;
  const styles = await page.evaluate(() => window.pastiche.styles().map(({id}) => id));
  const picked = () => page.evaluate(() => window.pastiche.look().styles[0]?.id ?? '');
  const alpha = () => page.evaluate(() => window.pastiche.look().alpha);
  const before = styles.indexOf(await picked());

  await keys.press('ArrowRight');
  expect(await picked()).toBe(styles[(before + 1) % styles.length]);
  await keys.press('ArrowLeft');
  expect(await picked()).toBe(styles[before]);

  await keys.press('[');
  await keys.press('[');
  await keys.press(']');
  expect(await alpha()).toBe(0.95);

  await keys.press('b');
  await page.getByRole('slider', {name: 'Before and after'}).waitFor();
  await keys.press('b');
  await page.getByRole('slider', {name: 'Before and after'}).waitFor({state: 'detached'});

  await keys.press('p');
  await page.getByText('Frozen').waitFor();
  await keys.press('p');
  await page.getByText('Frozen').waitFor({state: 'detached'});

  await keys.press('m');
  await page.getByRole('button', {name: 'Source: Demo'}).click();
  expect(await page.getByRole('checkbox', {name: 'Mirror'}).isChecked()).toBe(true);
  await keys.press('Escape');

  await keys.press('?');
  await page.getByRole('dialog', {name: 'Keyboard shortcuts'}).waitFor();
  await keys.press('Escape');

  await keys.press('s');
  await page.getByRole('button', {name: 'Your clips, 1'}).waitFor();

  await page.locator('body').click({position: {x: 1, y: 1}});
  await keys.press('Space');
  await page.getByRole('timer').waitFor();
  await keys.press('Space');
  await page.getByRole('dialog', {name: 'Your clips'}).waitFor();
  await page.getByRole('button', {name: 'Your clips, 2'}).waitFor();
});

it('fits a phone 360 px wide, with the picture as the largest thing', async () => {
  const page = await open('?size=48', {
    context: {viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true},
  });

  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths).toEqual([360, 360]);
  const areaOf = async (part: Locator) => {
    const {width, height} = (await part.boundingBox())!;
    return width * height;
  };
  const picture = await areaOf(page.locator('canvas'));
  for (const part of ['style-gallery', 'capture-bar', 'style-strength', 'source-menu']) {
    expect(await areaOf(page.locator(part))).toBeLessThan(picture);
  }
});

/** Fails with what axe finds wrong in the whole page and its shadow roots. */
async function expectAccessible(page: Page): Promise<void> {
  // The test's own hand reaches past the page's Content-Security-Policy.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const {axe: injected} = window as unknown as {axe: typeof axe};
    const results = await injected.run(document, {resultTypes: ['violations']});
    return results.violations.map(
      ({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`,
    );
  });
  expect(violations).toEqual([]);
}
