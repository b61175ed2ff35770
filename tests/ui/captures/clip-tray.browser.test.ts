import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import type {ExportJob} from '../../../src/app/exports/exports-state.ts';
import {ClipTray} from '../../../src/ui/captures/clip-tray.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {loopClip, pictureClip, videoClip} from '../page-fixture.ts';

const button = (name: string | RegExp) => page.getByRole('button', {name});
const dialog = () => page.getByRole('dialog', {name: 'Your clips'});

async function openTray(clips = [pictureClip(), videoClip()]) {
  const tray = await mount(new ClipTray(), {clips});
  await button(/^Your clips|^Clips and/).click();
  return tray;
}

describe('<clip-tray>', () => {
  it('offers what can be made, with and without clips', async () => {
    const opened = heard(await openTray([]), 'export-open');

    await button('Film').click();
    await button('Clips and exports').click();
    await button('Loop').click();

    expect(opened).toEqual(['film', 'loop']);
    expect(dialog().query()).toBeNull();
  });

  it('opens when something begins to be made, and shows how far it is', async () => {
    const tray = await mount(new ClipTray());
    const job: ExportJob = {
      id: 'export-1',
      kind: 'film',
      name: 'holiday.mp4',
      phase: 'running',
      done: 0.5,
      leftMs: null,
      about: null,
    };

    tray.jobs = [job];

    await expect.element(dialog()).toBeVisible();
    await expect.element(page.getByText('50 %')).toBeVisible();
  });

  it('lists the clips, newest first, with name, length and size', async () => {
    await openTray();

    const [first, second] = page.getByRole('listitem').elements();
    expect(first?.textContent?.replace(/\s+/g, ' ')).toContain('pastiche-video.mp4 0:12, 3.4 MB');
    expect(first?.querySelector('video')?.controls).toBe(true);
    expect(second?.textContent).toContain('412 kB');
    expect(second?.querySelector('img')?.alt).toContain('Snapshot');
  });

  it('shows a loop over and over, and a recording once', async () => {
    await openTray([videoClip(), {...videoClip('loop'), loops: true}]);

    const videos = page.getByRole('dialog').element().querySelectorAll('video');
    expect([...videos].map(({loop}) => loop)).toEqual([true, false]);
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

  it('opens by itself for a new recording or loop, not for a snapshot', async () => {
    const tray = await mount(new ClipTray(), {clips: []});

    tray.clips = [pictureClip()];
    await tray.updateComplete;
    expect(dialog().query()).toBeNull();

    for (const clip of [videoClip(), loopClip()]) {
      tray.clips = [...tray.clips, clip];
      await expect.element(dialog()).toBeVisible();
      await button(/^Your clips/).click();
    }
  });

  it('says what an earlier visit has left, and opens by itself for what is unfinished', async () => {
    const begun = new Date(2026, 10, 23, 10, 15).getTime();
    const older = {...videoClip('older'), left: {unfinished: false, begun}};
    const tray = await mount(new ClipTray(), {clips: []});
    tray.clips = [older];
    await tray.updateComplete;
    expect(dialog().query()).toBeNull();

    tray.clips = [older, {...videoClip('newer'), left: {unfinished: true, begun}}, pictureClip()];
    await expect.element(dialog()).toBeVisible();

    const sentences = page.getByText(/^A clip of .*10.15.* was/).elements();
    expect(sentences.map((it) => it.textContent)).toEqual([
      expect.stringMatching(/left unfinished\.$/),
      expect.stringMatching(/not saved yet\.$/),
    ]);
    await expectAccessible(tray);
  });

  it('shows a loop as what it is: a picture that moves, with a length', async () => {
    const tray = await openTray([loopClip()]);

    const [item] = page.getByRole('listitem').elements();
    expect(item?.textContent?.replace(/\s+/g, ' ')).toContain('pastiche-loop.gif 0:05, 2.6 MB');
    await expect.element(page.getByRole('img', {name: 'Loop pastiche-loop.gif'})).toBeVisible();
    await expect.element(button('Play pastiche-loop.gif')).toBeVisible();
    await expectAccessible(tray);
  });

  it('is accessible', async () => {
    await expectAccessible(await openTray());
  });
});
