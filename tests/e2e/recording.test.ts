import {readFile} from 'node:fs/promises';
import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {type ClipFacts, readClip} from '../capture/read-clip.ts';
import {keepCameraTracks, unplugCamera} from './camera-tracks.ts';
import {contextSwitch} from './context-switch.ts';
import {fetchClip} from './fetch-clip.ts';
import {graphicsCalls, waitForFrames} from './graphics-spy.ts';
import {pictureFile} from './picture-file.ts';
import {useSite} from './use-site.ts';

const open = useSite();

it('records three seconds into a file of that length that can be searched', async () => {
  const page = await open('?size=32', {fullRate: true});
  await waitForFrames(page, 5);

  const {url, seconds, frames} = await page.evaluate(async () => {
    await window.pastiche.startRecording();
    const [start, before] = [performance.now(), window.graphicsCalls.frames];
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const stopped = window.pastiche.stopRecording();
    const seconds = (performance.now() - start) / 1000;
    const frames = window.graphicsCalls.frames - before;
    return {url: URL.createObjectURL(await stopped), seconds, frames};
  });
  const clip = await readClip(await fetchClip(page, url));

  expectPlayable(clip);
  expect([clip.width, clip.height]).toEqual([48, 32]);
  expect(clip.duration / seconds).toBeGreaterThan(0.9);
  expect(clip.duration / seconds).toBeLessThan(1.1);
  expect(clip.frames.length).toBeGreaterThan(frames / 2);
  expect(clip.frames.length).toBeLessThanOrEqual(frames + 2);
});

it('leaves pauses out, and shows the clip to look at and download', async () => {
  const page = await open('?size=48');

  await record(page);
  await page.getByRole('button', {name: 'Pause recording'}).click();
  await page.getByRole('timer').getByText('paused').waitFor();
  const atPause = await page.getByRole('timer').innerText();
  await waitForFrames(page, 10);
  expect(await page.getByRole('timer').innerText()).toBe(atPause);
  await page.getByRole('button', {name: 'Go on recording'}).click();
  await page
    .getByRole('timer')
    .getByText(/0:0[2-9]/)
    .waitFor();
  await page.getByRole('button', {name: 'Stop recording'}).click();

  const tray = page.getByRole('dialog', {name: 'Your clips'});
  await tray.waitFor();
  const video = tray.locator('video');
  const {seconds, sought} = await video.evaluate(async (element: HTMLVideoElement) => {
    if (element.readyState < 1) {
      await new Promise((resolve) => element.addEventListener('loadedmetadata', resolve));
    }
    element.currentTime = element.duration - 0.5;
    await new Promise((resolve) => element.addEventListener('seeked', resolve));
    return {seconds: element.duration, sought: element.currentTime};
  });
  expect(sought).toBeCloseTo(seconds - 0.5, 1);

  const download = page.waitForEvent('download');
  await tray.getByRole('link', {name: 'Download'}).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^pastiche-[\d-]+\.(mp4|webm)$/);
  const clip = await readClip(new Blob([await readFile(await file.path())]));
  expectPlayable(clip);
  expect(clip.duration).toBeCloseTo(seconds, 1);
});

it('records on while style, size and source change', async () => {
  const page = await open('?size=48', {styles: 2});
  await record(page);

  await page.getByRole('radio', {checked: false}).first().click();
  await waitForFrames(page, 3);
  const upright = pictureFile('upright.png', {width: 48, height: 96});
  await page.getByLabel('Video or picture').setInputFiles([upright]);
  await page.getByRole('button', {name: 'Source: upright'}).waitFor();
  await page.getByRole('button', {name: 'Source: upright'}).click();
  await page.getByRole('button', {name: /camera\.y4m$/}).click();
  await page.getByRole('button', {name: /^Source: .*camera\.y4m$/}).waitFor();
  await waitForFrames(page, 3);

  const clip = await stopAndRead(page);
  expectPlayable(clip);
  expect([clip.width, clip.height]).toEqual([64, 48]);
  expect(clip.frames.length).toBeGreaterThan(8);
});

it('keeps what was recorded when the graphics card is lost, and when it comes back', async () => {
  const page = await open('?size=48');
  await record(page);
  await waitForFrames(page, 5);
  const context = await contextSwitch(page);
  const away = page.getByText('The graphics card was taken away');

  await context.lose();
  await away.waitFor();
  await context.restore();
  await away.waitFor({state: 'detached'});
  await waitForFrames(page, 5);
  await context.lose();
  await away.waitFor();

  const clip = await stopAndRead(page);
  expectPlayable(clip);
  expect(clip.frames.length).toBeGreaterThan(8);
});

it('ends with a clip and the demo when the camera is unplugged', async () => {
  const page = await open('?size=48&source=camera', {prepare: keepCameraTracks});
  await record(page);
  await waitForFrames(page, 5);

  await unplugCamera(page);

  await page.getByText('The camera was unplugged or taken away').waitFor();
  await page.getByRole('button', {name: 'Source: Demo'}).waitFor();
  const clip = await readNewestClip(page);
  expectPlayable(clip);
  expect(clip.frames.length).toBeGreaterThan(4);
  await page.getByRole('button', {name: 'Record', exact: true}).waitFor();
});

it('says so where the browser can encode nothing, and saves a snapshot of the working size', async () => {
  const page = await open('?size=48', {
    prepare: (fresh) =>
      fresh.addInitScript(() => {
        Object.assign(window, {VideoEncoder: undefined, MediaRecorder: undefined});
      }),
  });

  await page.getByRole('button', {name: 'Record', exact: true}).click();

  await page.getByText('This browser cannot record here').waitFor();
  await page.getByRole('button', {name: 'Record', exact: true}).waitFor();
  await waitForFrames(page, 2);

  await page.getByRole('button', {name: 'Take a snapshot'}).click();
  await page.getByRole('button', {name: 'Your clips, 1'}).click();

  const picture = page.getByRole('img', {name: /^Snapshot pastiche-[\d-]+\.png$/});
  const size = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
  expect(size).toEqual([64, 48]);
  expect((await graphicsCalls(page)).frames).toBeGreaterThan(0);
});

/** Presses the button and waits for the first recorded second. */
async function record(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Record', exact: true}).click();
  await page
    .getByRole('timer')
    .getByText(/0:0[1-9]/)
    .waitFor();
}

async function stopAndRead(page: Page): Promise<ClipFacts> {
  await page.getByRole('button', {name: 'Stop recording'}).click();
  return readNewestClip(page);
}

async function readNewestClip(page: Page): Promise<ClipFacts> {
  const video = page.getByRole('dialog', {name: 'Your clips'}).locator('video').first();
  return readClip(await fetchClip(page, (await video.getAttribute('src')) ?? ''));
}

/** What every clip must be: of a codec that players know, and never far from a frame to seek to. */
function expectPlayable({codec, frames, keyFrames}: ClipFacts) {
  expect(['avc', 'vp9', 'vp8']).toContain(codec);
  expect(frames[0]).toBe(0);
  const sinceKeyFrame = frames.map(
    (time) => time - (keyFrames.findLast((keyTime) => keyTime <= time) ?? -Infinity),
  );
  expect(Math.max(...sinceKeyFrame)).toBeLessThanOrEqual(2);
}
