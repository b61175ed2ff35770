import {readdir, readFile} from 'node:fs/promises';
import type {Page} from 'playwright';
import {describe, expect, it} from 'vitest';
import {waitForFrames} from './graphics-spy.ts';
import {pictureFile} from './picture-file.ts';
import {useSite} from './use-site.ts';

const open = useSite();

/** What loads only after the first picture. */
const LATE_CHUNK = /\/(encoded-writer|stream-writer|camera_utils)[^/]*\.js$/;

describe('where nothing can be painted', () => {
  it('says what to do without WebGL 2', async () => {
    await expectSentence('Painting needs WebGL 2', (page) =>
      page.addInitScript(() => {
        const {getContext} = HTMLCanvasElement.prototype;
        Object.assign(HTMLCanvasElement.prototype, {
          getContext(this: HTMLCanvasElement, kind: string, options?: object): unknown {
            return kind === 'webgl2' ? null : Reflect.apply(getContext, this, [kind, options]);
          },
        });
      }),
    );
  });

  it('says what to do where the graphics card cannot draw floats', async () => {
    await expectSentence('cannot draw to float textures', (page) =>
      page.addInitScript(() => {
        WebGL2RenderingContext.prototype.getExtension = () => null;
      }),
    );
  });

  it('says what to do when the weights are missing', async () => {
    await expectSentence('weights could not be loaded', (page) =>
      page.route('**/weights-*.bin', (route) => route.fulfill({status: 404})),
    );
  });

  it('says what to do when the weights are not the ones they claim to be', async () => {
    await expectSentence('weights could not be loaded', async (page) => {
      const json = {...(await realManifest()), sha256: '0'.repeat(64)};
      await page.route('**/manifest-*.json', (route) => route.fulfill({json}));
    });
  });

  async function expectSentence(sentence: string, prepare: (page: Page) => Promise<unknown>) {
    const page = await open('?size=48', {network: 'real', paints: false, prepare});

    await page.getByRole('alert').getByText(sentence).waitFor();
    const rejection = await page.evaluate(() =>
      window.pastiche.ready.then(
        () => 'painted',
        (error: Error) => error.message,
      ),
    );
    expect(rejection).toContain(sentence);
    expect(await page.getByRole('button', {name: 'Record', exact: true}).isDisabled()).toBe(true);

    await page.keyboard.press('?');
    await page.getByRole('dialog', {name: 'Keyboard shortcuts'}).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', {name: 'Settings'}).click();
    await page.getByRole('dialog', {name: 'Settings'}).waitFor();
  }
});

it('paints without storage, and says how long own styles last', async () => {
  const page = await open('?size=48', {
    prepare: (fresh) =>
      fresh.addInitScript(() => {
        const deny = () => {
          throw new DOMException('Denied', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', {get: deny});
        IDBFactory.prototype.open = deny;
      }),
  });

  await page.getByLabel('Pictures').setInputFiles([pictureFile('stripes.png')]);

  await page.getByText('your own styles last until you leave it').waitFor();
  await page.getByRole('radio', {name: 'stripes', checked: true}).waitFor();
  await waitForFrames(page, 2);
});

it('paints with an own style that a full storage cannot keep, and says so', async () => {
  const page = await open('?size=48', {
    prepare: (fresh) =>
      fresh.addInitScript(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('Full', 'QuotaExceededError');
        };
      }),
  });

  await page.getByLabel('Pictures').setInputFiles([pictureFile('stripes.png')]);

  await page.getByText('Your browser’s storage is full').waitFor();
  await page.getByRole('radio', {name: 'stripes', checked: true}).waitFor();
  await waitForFrames(page, 2);
});

it('says what to do where what recording and the camera need cannot be loaded', async () => {
  const page = await open('?size=48', {
    prepare: (fresh) => fresh.route(LATE_CHUNK, (route) => route.abort()),
  });

  await page.getByRole('button', {name: 'Record', exact: true}).click();
  await page.getByText('What recording needs could not be loaded').waitFor();
  await page.getByRole('button', {name: 'Start camera'}).click();
  await page.getByText('What the camera needs could not be loaded').waitFor();
  await waitForFrames(page, 2);
});

it('records and opens the camera offline, once it has been open for a while', async () => {
  const late = new Set<string>();
  const page = await open('?size=48', {
    prepare: (fresh) => {
      fresh.on('requestfinished', (request) => {
        const chunk = LATE_CHUNK.exec(request.url())?.[1];
        if (chunk) late.add(chunk);
      });
      return Promise.resolve();
    },
  });
  await expect.poll(() => late.size, {timeout: 20_000}).toBe(3);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);

  await page.getByRole('button', {name: 'Record', exact: true}).click();
  await page.getByRole('timer').waitFor();
  await page.getByRole('button', {name: 'Stop recording'}).click();
  await page.getByRole('dialog', {name: 'Your clips'}).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', {name: 'Start camera'}).click();
  await page.getByRole('button', {name: /^Source: .*camera\.y4m$/}).waitFor();
  await waitForFrames(page, 2);
});

async function realManifest(): Promise<object> {
  const files = await readdir('dist/assets');
  const name = files.find((file) => file.startsWith('manifest-')) ?? '';
  return JSON.parse(await readFile(`dist/assets/${name}`, 'utf8')) as object;
}
