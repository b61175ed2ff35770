import type {AddressInfo} from 'node:net';
import {createServer} from 'node:net';
import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {waitForFrames} from './graphics-spy.ts';
import {useSite} from './use-site.ts';

/** What people and their machines do to a page, and what they still get. */
const open = useSite();

it('paints whatever there is in an address that cannot be decoded', async () => {
  const page = await open('?alpha=80%&style=%E0%A4%A&utm_campaign=100%&%=%&model=%ZZ&size=48');

  await waitForFrames(page, 2);
  expect(() => decodeURIComponent(new URL(page.url()).search)).not.toThrow();
});

it('starts without a storage that does not answer, and says what is missing', async () => {
  const page = await open('?size=48', {
    prepare: (fresh) =>
      fresh.addInitScript(() => {
        // The same browser, but nothing is ever told of the opening.
        IDBOpenDBRequest.prototype.addEventListener = () => {};
      }),
  });

  await page.getByText('storage does not answer').waitFor();
  await waitForFrames(page, 2);
});

it('starts with what can be read of own styles, and says that some cannot', async () => {
  const page = await open('?size=48');
  await page.evaluate(keepOddStyles);
  await page.reload();
  await page.evaluate(() => window.pastiche.ready);

  await page.getByText(/Of your own styles, \d+ cannot be read/).waitFor();
  const own = await page.evaluate(() => window.pastiche.styles().filter((style) => style.own));
  expect(own.map(({title}) => title)).toEqual(['Good']);
});

it('shows the demo while an address does not answer', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const {port} = server.address() as AddressInfo;
  const source = `http://127.0.0.1:${port}/clip.mp4`;
  try {
    const page = await open(`?size=48&source=${encodeURIComponent(source)}`, {
      elsewhere: [new URL(source).origin],
    });

    await waitForFrames(page, 2);
    await page.getByRole('button', {name: 'Source: Demo'}).waitFor();
  } finally {
    server.close();
  }
});

it('says that the page was renewed where a part of it is not there any more', async () => {
  const html = {contentType: 'text/html', body: '<!doctype html><title>Pastiche</title>'};
  const page = await open('?size=48', {
    paints: false,
    prepare: (fresh: Page) => fresh.route('**/engine-*.js', (route) => route.fulfill(html)),
  });

  await page.getByRole('alert').getByText('Reload the page').waitFor();
});

/** Runs in the page: puts one good style and many damaged ones onto the shelf. */
async function keepOddStyles() {
  const opening = indexedDB.open('pastiche');
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const database = opening.result;
  const canvas = new OffscreenCanvas(8, 8);
  canvas.getContext('2d')!.fillRect(0, 0, 8, 8);
  const picture = await canvas.convertToBlob();
  const transaction = database.transaction('styles', 'readwrite');
  const styles = transaction.objectStore('styles');
  const odd = [
    {picture: null},
    {},
    {picture: 'data:,'},
    {picture: new Blob([])},
    {picture, title: 7},
    {picture, title: 'No time', added: 'yesterday'},
  ];
  odd.forEach((rest, index) => {
    styles.put({id: `own-odd-${index}`, title: 'Odd', added: index, ...rest});
  });
  styles.put({id: 'own-good', title: 'Good', picture, added: 9});
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}
