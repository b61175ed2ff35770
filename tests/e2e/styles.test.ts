import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {galleryCards} from './gallery-cards.ts';
import {graphicsCalls, waitForFrames, watchPictures} from './graphics-spy.ts';
import {dataTransferOf, pictureFile} from './picture-file.ts';
import {readSnapshot} from './read-picture.ts';
import {useSite} from './use-site.ts';

const open = useSite();

it('shows a known style with the next frame, and analyses each style once for all visits', async () => {
  // A still source is painted only when something has changed.
  const page = await open('?size=48&source=still.png', {
    firstVisit: true,
    styles: 2,
    // Without motion, styles do not flow into each other.
    prepare: async (fresh) => {
      await fresh.emulateMedia({reducedMotion: 'reduce'});
      await serveStill(fresh);
    },
  });
  const first = (await galleryCards(page, {checked: true}).getAttribute('id'))!;
  const second = (await galleryCards(page, {checked: false}).first().getAttribute('id'))!;
  await watchPictures(page);

  const secondAnalysed = await pictureAfterPicking(page, second);
  const firstAgain = await pictureAfterPicking(page, first);
  const secondAgain = await pictureAfterPicking(page, second);

  expect(firstAgain).not.toBe(secondAnalysed);
  expect(secondAgain).toBe(secondAnalysed);
  expect((await graphicsCalls(page)).styleUploads).toBe(2);

  await page.reload();
  await page.evaluate(() => window.pastiche.ready);
  const {frames, styleUploads} = await graphicsCalls(page);
  expect(frames).toBeGreaterThan(0);
  expect(styleUploads).toBe(0);
});

it('makes styles of pictures that are chosen, dropped or pasted, and of the frame', async () => {
  const page = await open('?size=48');
  const picked = galleryCards(page, {checked: true});

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', {name: 'Add your own'}).click();
  await (await chooser).setFiles([pictureFile('chosen.png')]);
  await picked.getByText('chosen').waitFor();

  // It comes after the first picture.
  await page.waitForFunction(() => customElements.get('file-drop') !== undefined);
  const dropped = pictureFile('dropped.png', {colours: ['#20d020', '#d0d020']});
  const dataTransfer = await dataTransferOf(page, dropped);
  await page.locator('stage-view').dispatchEvent('dragover', {dataTransfer});
  await page.getByText('Paint with it', {exact: true}).dispatchEvent('dragover', {dataTransfer});
  await page.getByText('Paint with it', {exact: true}).dispatchEvent('drop', {dataTransfer});
  await picked.getByText('dropped').waitFor();

  const pasted = pictureFile('pasted.png', {colours: ['#202020', '#d0d0d0']});
  await page.evaluate(
    (clipboardData) => window.dispatchEvent(new ClipboardEvent('paste', {clipboardData})),
    await dataTransferOf(page, pasted),
  );
  await picked.getByText('pasted').waitFor();

  await page.getByRole('button', {name: 'Use this frame'}).click();
  await picked.getByText('My frame').waitFor();

  await waitForFrames(page, 2);
  expect(await ownTitles(page)).toEqual(['chosen', 'dropped', 'pasted', 'My frame']);
});

it('keeps an own style over a reload, renamed, and removes it for good', async () => {
  const page = await open('?size=48');
  await page.getByLabel('Pictures').setInputFiles([pictureFile('stripes.png')]);
  await page.getByRole('button', {name: 'Rename or remove stripes'}).click();
  await page.getByRole('textbox', {name: 'Title'}).fill('Awning');
  await page.getByRole('button', {name: 'Save', exact: true}).click();
  await page.getByRole('radio', {name: 'Awning', checked: true}).waitFor();

  await page.reload();
  await page.evaluate(() => window.pastiche.ready);
  expect(await ownTitles(page)).toEqual(['Awning']);

  await page.getByRole('radio', {name: 'Awning'}).click();
  await page.getByRole('button', {name: 'Rename or remove Awning'}).click();
  await page.getByRole('button', {name: 'Remove', exact: true}).click();
  await page.getByRole('button', {name: 'Remove it'}).click();
  await page.getByRole('radio', {name: 'Awning'}).waitFor({state: 'detached'});
  await waitForFrames(page, 2);

  await page.reload();
  await page.evaluate(() => window.pastiche.ready);
  expect(await ownTitles(page)).toEqual([]);
});

it('sees the same style in a wide picture as in a square one', async () => {
  const page = await open('?size=48&source=still.png', {prepare: serveStill});
  const paintedWith = async (width: number) => {
    const name = `stripes ${width}`;
    const stripes = pictureFile(`${name}.png`, {width, height: 128});
    await page.getByLabel('Pictures').setInputFiles([stripes]);
    await page.locator('[aria-checked=true][aria-busy=false]', {hasText: name}).waitFor();
    const {left, right} = await readSnapshot(page);
    return [...left, ...right];
  };

  const [square, wide] = [await paintedWith(128), await paintedWith(384)];

  for (const [index, value] of square.entries()) {
    expect(Math.abs(value - wide[index]!)).toBeLessThan(3);
  }
});

it('takes odd pictures, refuses what is none, and runs no script of an SVG', async () => {
  const page = await open('?size=48');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="parent.scripted = true">
    <script>parent.scripted = true</script><circle r="99" fill="teal"/></svg>`;

  await page
    .getByLabel('Pictures')
    .setInputFiles([
      {name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0)},
      {name: 'words.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all')},
      pictureFile('dot.png', {width: 1, height: 1}),
      pictureFile('clear.png', {colours: ['transparent', '#d0202080']}),
      {name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg)},
      pictureFile('wide.png', {width: 12_000, height: 600}),
    ]);

  await page.getByText('This file is empty. Choose another one.').waitFor();
  await page.getByText('neither a picture nor a video').waitFor();
  await page.getByRole('radio', {name: 'wide', checked: true}).waitFor();
  await waitForFrames(page, 2);
  expect(await ownTitles(page)).toEqual(['dot', 'clear', 'drawing', 'wide']);
  expect(await page.evaluate(() => 'scripted' in window)).toBe(false);
});

/** A picture that can be the source at `still.png`. */
async function serveStill(page: Page): Promise<void> {
  const {buffer, mimeType} = pictureFile('still.png');
  await page.route('**/still.png', (route) => route.fulfill({body: buffer, contentType: mimeType}));
}

/** Picks a style as a person does; gives the fingerprint of the first frame drawn after that. */
async function pictureAfterPicking(page: Page, id: string): Promise<string> {
  const before = await page.locator(`#${id}`).evaluate((style) => {
    const {length} = window.graphicsCalls.pictures;
    (style as HTMLElement).click();
    return length;
  });
  const picture = await page.waitForFunction((at) => window.graphicsCalls.pictures[at], before);
  return (await picture.jsonValue()) ?? '';
}

function ownTitles(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    window.pastiche
      .styles()
      .filter(({own}) => own)
      .map(({title}) => title),
  );
}
