import {expect, it} from 'vitest';
import {useSite} from './use-site.ts';

const open = useSite();

const NAME = 'In a window of its own';

/** On small screens there is no button for it. */
const DESKTOP = {viewport: {width: 1000, height: 700}};

it.each([true, false])(
  'shows the picture in a window of its own, and closes it (on top of others: %s)',
  async (onTop) => {
    const page = await open('?size=48', {
      context: DESKTOP,
      prepare: async (opened) => {
        if (onTop) return;
        await opened.addInitScript(() => {
          Object.defineProperty(window, 'documentPictureInPicture', {value: undefined});
        });
      },
    });
    const opening = page.context().waitForEvent('page');

    await page.getByRole('button', {name: NAME}).click();

    const out = await opening;
    const colours = () =>
      out.evaluate(() => {
        const canvas = document.querySelector('canvas');
        const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(pixels?.data.buffer ?? new ArrayBuffer())).size;
      });
    await expect.poll(colours).toBeGreaterThan(50);
    await page.getByRole('button', {name: NAME, pressed: true}).click();
    await page.getByRole('button', {name: NAME, pressed: false}).waitFor();
    expect(out.isClosed()).toBe(true);
  },
);

it('notices when the person closes the window, and says so where none is opened', async () => {
  const page = await open('?size=48', {
    context: DESKTOP,
    prepare: (opened) =>
      opened.addInitScript(() => {
        Object.defineProperty(window, 'documentPictureInPicture', {value: undefined});
      }),
  });
  const opening = page.context().waitForEvent('page');
  await page.getByRole('button', {name: NAME}).click();
  await (await opening).close();
  await page.getByRole('button', {name: NAME, pressed: false}).waitFor();

  await page.evaluate(() => {
    window.open = () => null;
  });
  await page.getByRole('button', {name: NAME}).click();

  await page.getByText('Allow pop-ups for this page').waitFor();
});
