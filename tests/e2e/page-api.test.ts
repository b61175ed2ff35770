import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {waitForFrames} from './graphics-spy.ts';
import {dataTransferOf, pictureFile} from './picture-file.ts';
import {readSnapshot} from './read-picture.ts';
import {useSite} from './use-site.ts';

const open = useSite();

it('drives the whole app through window.pastiche', async () => {
  const page = await open('?size=48', {
    styles: 2,
    context: {permissions: ['camera', 'microphone']},
  });
  const file = await fileIn(page, pictureFile('stripes.png', {width: 128, height: 64}));

  const styles = await page.evaluate(() => window.pastiche.styles());
  expect(styles.length).toBeGreaterThanOrEqual(18);
  expect(Object.keys(styles[0]!)).toEqual(['id', 'title', 'own']);

  const id = await file.evaluate((blob) => window.pastiche.addStyle(blob, 'Stripes'));
  await page.evaluate(
    (own) => window.pastiche.setLook({styles: [{id: own, weight: 2}], alpha: 0.25}),
    id,
  );
  expect(await page.evaluate(() => window.pastiche.look())).toMatchObject({
    styles: [{id, weight: 2}],
    alpha: 0.25,
  });
  expect(await page.evaluate(() => window.pastiche.styles())).toContainEqual({
    id,
    title: 'Stripes',
    own: true,
  });
  const bitmapId = await file.evaluate(async (blob) =>
    window.pastiche.addStyle(await createImageBitmap(blob, 0, 0, 32, 32)),
  );
  expect(bitmapId).not.toBe(id);

  await file.evaluate((blob) => window.pastiche.setSource(blob));
  expect(await readSnapshot(page)).toMatchObject({type: 'image/png', width: 96, height: 48});
  await page.evaluate(() => window.pastiche.setSource('camera'));
  await page.evaluate(() => window.pastiche.setSource('demo'));
  await waitForFrames(page, 2);

  const stream = await page.evaluate(() => {
    const tracks = window.pastiche.stream().getVideoTracks();
    return tracks.map(({kind, readyState}) => ({kind, readyState}));
  });
  expect(stream).toEqual([{kind: 'video', readyState: 'live'}]);

  await page.evaluate(() =>
    window.pastiche.drive({band: 'treble', target: 'strength', depth: 0.5}),
  );
  await page.getByRole('button', {name: 'Sound', exact: true}).click();
  await page.getByRole('button', {name: 'Stop listening'}).waitFor();
  await expect(page.evaluate(() => window.pastiche.drive({depth: 2}))).rejects.toThrow(
    'with a depth from 0 to 1',
  );
  await page.evaluate(() => window.pastiche.drive(null));
  await page.getByRole('button', {name: 'Listen to the microphone'}).waitFor();
  await expect(page.evaluate(() => window.pastiche.drive({from: 'source'}))).rejects.toThrow();

  await page.evaluate(() => window.pastiche.startRecording({microphone: false, bitrate: 'low'}));
  await waitForFrames(page, 3);
  const type = await page.evaluate(async () => (await window.pastiche.stopRecording()).type);
  expect(type).toMatch(/^video\/(mp4|webm)$/);

  await expect
    .poll(() => page.evaluate(() => window.pastiche.stats()))
    .toEqual({
      running: true,
      fps: expect.any(Number),
      frameMs: expect.any(Number),
      width: 64,
      height: 48,
      model: 'swift',
      stylizer: expect.stringMatching(/graph|fused/),
      backend: 'webgl',
      tensors: expect.any(Number),
      styleId: id,
    });
});

it('rejects with a sentence what cannot be done, and goes on', async () => {
  const page = await open('?size=48', {styles: 2});
  const words = await fileIn(page, {
    name: 'words.png',
    mimeType: 'image/png',
    buffer: Buffer.from('no picture'),
  });
  const look = await page.evaluate(() => window.pastiche.look());
  const sentences = await words.evaluate((file) => {
    const api = window.pastiche;
    const calls: (() => Promise<unknown>)[] = [
      () => api.setLook({styles: [{id: 'none-such', weight: 1}]}),
      () => api.setLook({styles: []}),
      () => api.setLook({styles: [{id: 'neon', weight: 0}]}),
      () => api.setLook({alpha: 7}),
      () => api.setLook({alpha: Number.NaN}),
      () => api.setSource('http://'),
      () => api.setSource('no-such-file.png'),
      () => api.setSource('https://example.org/picture.png'),
      () => api.setSource(file),
      () => api.addStyle(file),
      () => api.addStyle(new Blob([])),
      () => api.stopRecording(),
    ];
    const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));
    return Promise.all(calls.map((call) => call().then(() => 'done', sentence)));
  });

  expect(sentences).toEqual([
    'There is no style called “none-such”.',
    'A look needs at least one style, and weights above 0.',
    'A look needs at least one style, and weights above 0.',
    'The style strength goes from 0 to 1.5, but it is 7.',
    'The style strength goes from 0 to 1.5, but it is NaN.',
    '“http://” is neither camera, demo nor an address.',
    expect.stringContaining('cannot be used here'),
    expect.stringContaining('loads nothing from example.org'),
    expect.stringContaining('neither a picture nor a video'),
    expect.stringContaining('neither a picture nor a video'),
    'This file is empty. Choose another one.',
    'Nothing is being recorded. Start a recording first.',
  ]);
  expect(await page.evaluate(() => window.pastiche.look())).toEqual(look);
  await waitForFrames(page, 2);
});

async function fileIn(page: Page, file: Parameters<typeof dataTransferOf>[1]) {
  const transfer = await dataTransferOf(page, file);
  return transfer.evaluateHandle(({files}) => files[0] as File);
}
