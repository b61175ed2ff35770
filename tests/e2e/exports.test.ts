import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {readClip} from '../capture/read-clip.ts';
import {fetchClip} from './fetch-clip.ts';
import {useSite} from './use-site.ts';

const open = useSite();

/** Records what the page paints for a second, and gives the clip. */
async function recordFilm(page: Page): Promise<Blob> {
  const url = await page.evaluate(async () => {
    await window.pastiche.startRecording();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return URL.createObjectURL(await window.pastiche.stopRecording());
  });
  return fetchClip(page, url);
}

async function chooseFilm(page: Page, name: string, film: Blob) {
  const buffer = Buffer.from(await film.arrayBuffer());
  await page.getByRole('button', {name: /^Your clips|^Clips and exports/}).click();
  await page.getByRole('button', {name: 'Film', exact: true}).click();
  await page
    .getByLabel('Choose a film', {exact: true})
    .last()
    .setInputFiles({name, mimeType: 'video/mp4', buffer});
}

it('paints a film from a file while the picture goes on, each of its frames once', async () => {
  const page = await open('?size=48', {fullRate: true});
  const source = await recordFilm(page);
  await page.evaluate(() => window.pastiche.setLook({alpha: 0.5}));
  await page.keyboard.press('Escape');

  await chooseFilm(page, 'holiday.mp4', source);
  await page.getByText('holiday.mp4').waitFor();
  await page.getByLabel('Save to').selectOption('Your clips');
  const filesBefore = await filesKept(page);
  const framesBefore = await page.evaluate(() => window.graphicsCalls.frames);
  await page.getByRole('button', {name: 'Paint the film'}).click();

  const link = page.getByRole('link', {name: 'Download'}).first();
  await page
    .locator('a[download="holiday-pastiche.mp4"], a[download="holiday-pastiche.webm"]')
    .waitFor();
  const made = await fetchClip(page, (await link.getAttribute('href')) ?? '');
  const [before, after] = [await readClip(source), await readClip(made)];
  expect([after.width, after.height]).toEqual([before.width, before.height]);
  expect(after.frames).toHaveLength(before.frames.length);
  expect(await page.evaluate(() => window.graphicsCalls.frames)).toBeGreaterThan(framesBefore);
  await page
    .getByRole('button', {name: /^Remove/})
    .first()
    .click();
  await expect.poll(() => filesKept(page)).toEqual(filesBefore);
});

it('offers the film that is on the stage', async () => {
  const page = await open('?size=48');
  const film = await recordFilm(page);
  await page.keyboard.press('Escape');
  const bytes = [...new Uint8Array(await film.arrayBuffer())];
  await page.evaluate(
    ([values, type]) =>
      window.pastiche.setSource(new File([Uint8Array.from(values)], 'on-stage.mp4', {type})),
    [bytes, film.type] as const,
  );
  await page.getByRole('button', {name: /^Your clips|^Clips and exports/}).click();
  await page.getByRole('button', {name: 'Film', exact: true}).click();

  await page.locator('film-form').getByText('on-stage.mp4').waitFor();
  await page.getByRole('button', {name: 'Paint the film'}).waitFor();
});

it('can be paused and cancelled, and leaves nothing then', async () => {
  const page = await open('?size=48');
  const source = await recordFilm(page);
  await page.keyboard.press('Escape');
  await chooseFilm(page, 'holiday.mp4', source);
  // Large enough that it lasts until it is paused.
  const form = page.locator('film-form');
  await form.getByLabel('Size').selectOption({index: 3});
  await form.getByLabel('Strokes').selectOption('Finest');
  const filesBefore = await filesKept(page);
  await page.getByRole('button', {name: 'Paint the film'}).click();

  await page.getByRole('button', {name: 'Pause holiday.mp4'}).click();
  await page.getByText(/paused$/).waitFor();
  await page.getByRole('button', {name: 'Resume holiday.mp4'}).waitFor();
  await page.getByRole('button', {name: 'Cancel holiday.mp4'}).click();

  await page.getByRole('progressbar').waitFor({state: 'detached'});
  await expect.poll(() => filesKept(page)).toEqual(filesBefore);
});

it.each([
  ['a text', new Blob(['no film']), /no film that can be read here/],
  ['nothing', new Blob(), /no film that can be read here/],
])('says what is wrong with %s', async (_, film, sentence) => {
  const page = await open('?size=48');

  await chooseFilm(page, 'broken.mp4', film);

  await page.getByText(sentence).waitFor();
});

/** The names of what is in the browser's own file system. */
function filesKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of root.keys()) names.push(name);
    return names.sort();
  });
}
