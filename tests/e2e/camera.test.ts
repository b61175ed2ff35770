import type {Page} from 'playwright';
import {expect, inject, it} from 'vitest';
import {keepCameraTracks, runningTracks, unplugCamera} from './camera-tracks.ts';
import {waitForFrames, watchPictures} from './graphics-spy.ts';
import {readSnapshot} from './read-picture.ts';
import {ELSEWHERE, useSite} from './use-site.ts';

const NO_PERMISSION = {permissions: []};

const open = useSite();

it('paints the moving camera after a press on the button, and then knows its name', async () => {
  const page = await open('?size=48', {context: NO_PERMISSION, prepare: keepCameraTracks});
  await page.getByRole('button', {name: 'Source: Demo'}).click();
  await page.getByRole('button', {name: 'Camera', exact: true}).waitFor();
  await page.keyboard.press('Escape');

  await page.context().grantPermissions(['camera']);
  await page.getByRole('button', {name: 'Start camera'}).click();
  await page.getByRole('button', {name: /^Source: .*camera\.y4m$/}).waitFor();
  await watchPictures(page);
  await waitForFrames(page, 3);
  const pictures = await page.evaluate(() => window.graphicsCalls.pictures);
  expect(new Set(pictures).size).toBeGreaterThan(1);
  expect(await page.getByRole('button', {name: 'Start camera'}).count()).toBe(0);

  await page.getByRole('button', {name: /^Source: /}).click();
  const camera = page.getByRole('button', {name: /^(?!Source).*camera\.y4m$/});
  expect(await camera.getAttribute('aria-current')).toBe('true');

  await page.getByRole('button', {name: 'Demo scene'}).click();
  await page.getByRole('button', {name: 'Source: Demo'}).waitFor();
  expect(await runningTracks(page)).toBe(0);
});

it('shows a front camera as a mirror does, until told otherwise', async () => {
  const page = await open('?size=48&source=camera');
  await page.getByRole('button', {name: 'Before and after'}).click();
  await page.getByRole('slider', {name: 'Before and after'}).press('End');
  const mirrored = await readSnapshot(page);

  await page.getByRole('button', {name: /^Source: /}).click();
  await page.getByRole('checkbox', {name: 'Mirror'}).uncheck();
  const plain = await readSnapshot(page);

  // The camera sees red on the left and blue on the right.
  expect(plain.left[0]).toBeGreaterThan(plain.right[0] + 40);
  expect(mirrored.right[0]).toBeGreaterThan(mirrored.left[0] + 40);
});

it('shows the demo and says so when the camera is unplugged', async () => {
  const page = await open('?size=48&source=camera', {prepare: keepCameraTracks});

  await unplugCamera(page);

  await page.getByText('The camera was unplugged or taken away').waitFor();
  await page.getByRole('button', {name: 'Source: Demo'}).waitFor();
  await waitForFrames(page, 2);
});

it('goes on with the demo and says what to do when the camera is refused, busy, or not there', async () => {
  const page = await open('?size=48', {context: NO_PERMISSION});

  await page.getByRole('button', {name: 'Start camera'}).click();

  await page.getByText('The camera is blocked. Allow it').waitFor();
  await waitForFrames(page, 2);

  await rejectCameras(page, 'NotReadableError', 'Could not start video source');
  await page.getByRole('button', {name: 'Start camera'}).click();

  await page.getByText('Close other programs that use it').waitFor();
  await page.getByRole('button', {name: 'Start camera'}).waitFor();

  await rejectCameras(page, 'NotFoundError', 'Requested device not found');
  await page.getByRole('button', {name: 'Start camera'}).click();

  await page.getByText('No camera was found').waitFor();
  await waitForFrames(page, 2);
});

it('paints on an insecure origin too, and says where the camera is to be had', async () => {
  const url = inject('siteUrl').replace('localhost', ELSEWHERE);
  const page = await open('?size=48', {url, context: NO_PERMISSION});
  expect(await page.evaluate(() => isSecureContext)).toBe(false);

  await page.getByRole('button', {name: 'Start camera'}).click();

  await page.getByText('https:// pages and on localhost only').waitFor();
  await waitForFrames(page, 2);
});

/** Lets the browser give no camera, with the error that Chromium has for the case. */
async function rejectCameras(page: Page, name: string, message: string): Promise<void> {
  await page.evaluate(
    (error) => {
      MediaDevices.prototype.getUserMedia = () =>
        Promise.reject(new DOMException(error.message, error.name));
    },
    {name, message},
  );
}
