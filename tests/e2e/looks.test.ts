import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {drawFigure} from '../../src/network/person/person-exam.ts';
import {contextSwitch} from './context-switch.ts';
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

it('has the microphone drive strength and strokes, and leaves the look as it is', async () => {
  const page = await open('?size=48', {
    context: {permissions: ['camera', 'microphone']},
  });
  await page.getByRole('button', {name: 'Sound', exact: true}).click();
  await page.getByRole('button', {name: 'Listen to the microphone'}).click();
  await page.getByText('All', {exact: true}).click();
  await page.getByRole('button', {name: 'Stop listening'}).waitFor();
  await waitForFrames(page, 10);
  // Strokes of another size are fetched for it, and nothing is said of that.
  await page.getByText('Strokes', {exact: true}).click();
  await waitForFrames(page, 10);
  expect(await page.getByRole('alert').innerText()).toBe('');
  expect(await page.evaluate(() => window.pastiche.look())).toMatchObject({alpha: 1});
  expect(page.url()).not.toContain('alpha');

  await page.getByRole('button', {name: 'Stop listening'}).click();
  await page.getByRole('button', {name: 'Listen to the microphone'}).waitFor();
  await waitForFrames(page, 2);
});

it('paints a region by hand, keeps it through a lost GPU, and takes it back', async () => {
  const page = await open('?size=64', {styles: 3});
  await page.getByRole('button', {name: 'Regions', exact: true}).click();
  await page.getByRole('button', {name: 'Paint by hand'}).click();
  const brush = page.locator('mask-brush');
  await brush.waitFor();
  const {x, y, width, height} = (await brush.boundingBox())!;
  expect(height).toBeGreaterThan(100);
  await page.mouse.move(x + 0.3 * width, y + 0.7 * height);
  await page.mouse.down();
  await page.mouse.move(x + 0.7 * width, y + 0.8 * height, {steps: 5});
  await page.mouse.up();
  const maskOf = () => page.evaluate(() => window.pastiche.look().painted.mask.length);
  await expect.poll(maskOf).toBeGreaterThan(100);
  // Clear where it is painted, so that a snapshot tells.
  await page.getByRole('combobox', {name: 'First region', exact: true}).selectOption('none');
  const alphas = () => page.evaluate(alphasOfSnapshot, {painted: [0.5, 0.75], other: [0.1, 0.1]});
  await expect.poll(alphas, {timeout: 30_000}).toEqual({painted: 0, other: 255});

  const context = await contextSwitch(page);
  await context.lose();
  await context.restore();
  await expect.poll(alphas, {timeout: 30_000}).toEqual({painted: 0, other: 255});
  await page.getByRole('button', {name: 'Clear'}).click();
  await expect.poll(alphas, {timeout: 30_000}).toEqual({painted: 255, other: 255});
  await page.getByRole('button', {name: 'Undo'}).click();
  await expect.poll(alphas, {timeout: 30_000}).toEqual({painted: 0, other: 255});
});

it('cuts persons out, and paints them apart from what is behind', async () => {
  const page = await open('?size=64', {styles: 2});
  await page.evaluate(showFigure, [...drawFigure(256)]);
  await page.getByRole('button', {name: 'Regions', exact: true}).click();
  await page.getByRole('button', {name: 'Cut out', exact: true}).click();
  // The wall is gone, the person is there.
  await expect
    .poll(() => page.evaluate(alphasOfSnapshot, FIGURE), {timeout: 60_000})
    .toEqual({wall: 0, person: 255});
  expect(page.url()).toContain('background=none');

  await page.getByRole('combobox', {name: 'Behind them', exact: true}).selectOption('blur');
  await expect
    .poll(() => page.evaluate(alphasOfSnapshot, FIGURE), {timeout: 60_000})
    .toEqual({wall: 255, person: 255});
  await page.getByRole('button', {name: 'Everything', exact: true}).click();
  await expect.poll(() => page.url()).not.toContain('background');
});

/** Shows a person before a wall, pixel by pixel. */
async function showFigure(pixels: number[]): Promise<void> {
  const side = Math.sqrt(pixels.length / 4);
  const canvas = Object.assign(document.createElement('canvas'), {width: side, height: side});
  const picture = new ImageData(new Uint8ClampedArray(pixels), side, side);
  canvas.getContext('2d')!.putImageData(picture, 0, 0);
  const file = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve);
  });
  await window.pastiche.setSource(file!);
}

/** Where the wall of the figure is, and where the person. */
const FIGURE = {wall: [0.06, 0.08], person: [0.5, 0.85]};

/** How opaque a snapshot is at some places, 0…1 across and down. */
async function alphasOfSnapshot(places: Record<string, number[]>): Promise<Record<string, number>> {
  const picture = await createImageBitmap(await window.pastiche.snapshot());
  const {width, height} = picture;
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const alphaAt = ([x = 0, y = 0]: number[]) =>
    context.getImageData(Math.round(x * width), Math.round(y * height), 1, 1).data[3]!;
  return Object.fromEntries(Object.entries(places).map(([name, place]) => [name, alphaAt(place)]));
}

/** What the styles of the look count. */
function shares(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const weights = window.pastiche.look().styles.map(({weight}) => weight);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
}
