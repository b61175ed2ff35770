import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {ClipTray} from '../../../src/ui/captures/clip-tray.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {pictureClip, videoClip} from '../page-fixture.ts';

const button = (name: string | RegExp) => page.getByRole('button', {name});
const dialog = () => page.getByRole('dialog', {name: 'Your clips'});

async function openTray(clips = [pictureClip(), videoClip()]) {
  const tray = await mount(new ClipTray(), {clips});
  await button(/^Your clips/).click();
  return tray;
}

describe('<clip-tray>', () => {
  it('is off while there are no clips', async () => {
    await mount(new ClipTray());

    await expect.element(button('No clips yet')).toBeDisabled();
  });

  it('lists the clips, newest first, with name, length and size', async () => {
    await openTray();

    const [first, second] = page.getByRole('listitem').elements();
    expect(first?.textContent?.replace(/\s+/g, ' ')).toContain('pastiche-video.mp4 0:12, 3.4 MB');
    expect(first?.querySelector('video')?.controls).toBe(true);
    expect(second?.textContent).toContain('412 kB');
    expect(second?.querySelector('img')?.alt).toContain('Snapshot');
  });

  it('downloads under the name of the clip', async () => {
    const clip = videoClip();
    await openTray([clip]);

    const link = page.getByRole('link', {name: 'Download'});
    await expect.element(link).toHaveAttribute('href', clip.url);
    await expect.element(link).toHaveAttribute('download', clip.name);
  });

  it('tells that a clip was downloaded', async () => {
    const clip = videoClip();
    const downloads = heard(await openTray([clip]), 'clip-download');
    document.addEventListener('click', (event) => event.preventDefault(), {once: true});

    await page.getByRole('link', {name: 'Download'}).click();

    expect(downloads).toEqual(['video']);
  });

  it('shares what can be shared', async () => {
    const shares = heard(await openTray(), 'clip-share');

    expect(button(/^Share/).elements()).toHaveLength(1);
    await button('Share pastiche-video.mp4').click();

    expect(shares).toEqual(['video']);
  });

  it('removes', async () => {
    const removals = heard(await openTray(), 'clip-remove');

    await button('Remove pastiche-video.mp4').click();

    expect(removals).toEqual(['video']);
  });

  it('opens by itself for a new recording, not for a snapshot', async () => {
    const tray = await mount(new ClipTray(), {clips: []});

    tray.clips = [pictureClip()];
    await tray.updateComplete;
    expect(dialog().query()).toBeNull();

    tray.clips = [pictureClip(), videoClip()];
    await expect.element(dialog()).toBeVisible();
  });

  it('closes with the last clip', async () => {
    const tray = await openTray([pictureClip()]);
    await expect.element(dialog()).toBeVisible();

    tray.clips = [];
    await tray.updateComplete;

    expect(dialog().query()).toBeNull();
  });

  it('is accessible', async () => {
    await expectAccessible(await openTray());
  });
});
