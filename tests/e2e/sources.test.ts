import type {Page} from 'playwright';
import {expect, it} from 'vitest';
import {readClip} from '../capture/read-clip.ts';
import {fetchClip} from './fetch-clip.ts';
import {waitForFrames} from './graphics-spy.ts';
import {useSite} from './use-site.ts';

const open = useSite();

/** A screen with a bar that moves, and a tone as its sound; `endSharing` ends it as the browser's bar does. */
async function fakeScreen(page: Page) {
  await page.addInitScript(() => {
    const share = () => {
      const canvas = Object.assign(document.createElement('canvas'), {width: 96, height: 64});
      const context = canvas.getContext('2d');
      let x = 0;
      setInterval(() => {
        if (!context) return;
        context.fillStyle = '#204080';
        context.fillRect(0, 0, 96, 64);
        context.fillStyle = '#ffcc00';
        context.fillRect((x += 4) % 96, 0, 16, 64);
      }, 50);
      const stream = canvas.captureStream(20);
      const audio = new AudioContext();
      const tone = new OscillatorNode(audio);
      const destination = new MediaStreamAudioDestinationNode(audio);
      tone.connect(destination);
      tone.start();
      for (const track of destination.stream.getTracks()) stream.addTrack(track);
      Object.assign(window, {
        endSharing() {
          const [track] = stream.getVideoTracks();
          track?.stop();
          track?.dispatchEvent(new Event('ended'));
        },
      });
      return Promise.resolve(stream);
    };
    navigator.mediaDevices.getDisplayMedia = share;
  });
}

it('paints a shared screen, records it with its sound, and shows the demo when sharing ends', async () => {
  const page = await open('?size=48', {prepare: fakeScreen});
  await page.getByRole('button', {name: /^Source: /}).click();
  await page.getByRole('button', {name: 'Share a screen or window'}).click();
  await page.getByRole('button', {name: 'Source: Screen'}).waitFor();
  await waitForFrames(page, 3);

  const url = await page.evaluate(async () => {
    await window.pastiche.startRecording({microphone: false});
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return URL.createObjectURL(await window.pastiche.stopRecording());
  });
  const clip = await readClip(await fetchClip(page, url));
  expect(clip.frames.length).toBeGreaterThan(2);
  expect(clip.audio).not.toBeNull();

  await page.evaluate(() => (window as unknown as {endSharing(): void}).endSharing());
  await page.getByText('The screen is no longer shared.').waitFor();
  await page.getByRole('button', {name: 'Source: Demo'}).waitFor();
});

it('says so where the system lets nobody see the screen', async () => {
  const page = await open('?size=48', {
    prepare: (opened) =>
      opened.addInitScript(() => {
        navigator.mediaDevices.getDisplayMedia = () =>
          Promise.reject(new DOMException('Permission denied by system', 'NotAllowedError'));
      }),
  });

  await page.getByRole('button', {name: /^Source: /}).click();
  await page.getByRole('button', {name: 'Share a screen or window'}).click();

  await page.getByText('lets no page see the screen').waitFor();
  await page.getByRole('button', {name: 'Source: Demo'}).waitFor();
});

it('plays a film as a person wants it', async () => {
  const page = await open('?size=48');
  const url = await page.evaluate(async () => {
    await window.pastiche.startRecording();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return URL.createObjectURL(await window.pastiche.stopRecording());
  });
  const film = await fetchClip(page, url);
  await page.keyboard.press('Escape');
  await page.getByLabel('Video or picture').setInputFiles({
    name: 'film.mp4',
    mimeType: 'video/mp4',
    buffer: Buffer.from(await film.arrayBuffer()),
  });
  await page.getByRole('button', {name: 'Source: film.mp4'}).waitFor();

  await page.getByRole('button', {name: 'Pause', exact: true}).click();
  await page.getByRole('button', {name: 'Play', exact: true}).waitFor();
  const place = page.getByRole('slider', {name: 'Place in the film'});
  await place.fill('1000');
  await expect.poll(async () => Math.round(Number(await place.inputValue()) / 100)).toBe(10);
  await page.getByRole('button', {name: 'A frame on'}).click();
  await expect.poll(async () => Number(await place.inputValue())).toBeGreaterThan(1010);
  expect(await page.getByRole('button', {name: 'Press play'}).count()).toBe(0);
  await page.getByRole('button', {name: 'Play', exact: true}).click();
  await page.getByRole('button', {name: 'Pause', exact: true}).waitFor();
});
