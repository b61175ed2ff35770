import {describe, expect, it, vi} from 'vitest';
import {page} from 'vitest/browser';
import {USUAL_LOOP} from '../../../src/app/exports/loop-choice.ts';
import {LoopPreview} from '../../../src/ui/captures/loop-preview.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {fakeReel} from './fake-reel.ts';

const button = (name: string) => page.getByRole('button', {name, exact: true});
const text = (words: string) => page.getByText(words, {exact: true});
const frame = () => new Promise(requestAnimationFrame);

/** A preview of a loop of three seconds. */
async function open(reel = fakeReel()) {
  const preview = await mount(new LoopPreview(), {reel, choice: USUAL_LOOP});
  await frame();
  return {preview, reel};
}

describe('<loop-preview>', () => {
  it('shows what is filmed, and how much there is of it', async () => {
    const {preview, reel} = await open();
    await expect.element(text('Waits until the picture moves')).toBeVisible();

    reel.lengthMs = 1500;
    await expect.element(text('1.5 of 3 s')).toBeVisible();
    await expect
      .element(page.getByRole('img', {name: 'What is filmed for the loop'}))
      .toBeVisible();
    expect(reel.drawNewest).toHaveBeenCalled();
    await expectAccessible(preview);
  });

  it('holds by itself when there is enough, and shows the loop', async () => {
    const {preview, reel} = await open();
    reel.lengthMs = 3000;

    await expect.element(text('3.0 s, 45 pictures, about 3.0 MB')).toBeVisible();
    expect(reel.hold).toHaveBeenCalledOnce();
    await expect.element(page.getByRole('img', {name: 'The loop as it will be'})).toBeVisible();
    await expectAccessible(preview);
  });

  it('films on until somebody holds it', async () => {
    const {reel} = await open();
    reel.lengthMs = 3000;
    await button('Film on').click();
    expect(reel.film).toHaveBeenCalledOnce();

    reel.lengthMs = 5000;
    await expect.element(text('The last 3 s')).toBeVisible();
    await button('Hold here').click();

    expect(reel.filming).toBe(false);
    await expect.element(text('3.0 s, 45 pictures, about 3.0 MB')).toBeVisible();
  });

  it('does not move before somebody presses play, where less motion is wanted', async () => {
    const {reel} = await open();
    reel.lengthMs = 3000;
    await vi.waitFor(() => {
      expect(reel.drawn.length).toBeGreaterThan(3);
    });
    expect(new Set(reel.drawn)).toEqual(new Set([0]));

    await button('Play the loop').click();
    await vi.waitFor(() => {
      expect(new Set(reel.drawn).size).toBeGreaterThan(3);
    });

    await button('Pause the loop').click();
    const {length} = reel.drawn;
    await vi.waitFor(() => {
      expect(reel.drawn.length).toBeGreaterThan(length + 3);
    });
    expect(new Set(reel.drawn.slice(length + 1)).size).toBe(1);
  });

  it('films anew where more is wanted than there is, and not where less is', async () => {
    const {preview, reel} = await open();
    reel.lengthMs = 3000;
    await expect.element(button('Film on')).toBeVisible();

    preview.choice = {...USUAL_LOOP, seconds: 2};
    await expect.element(text('2.0 s, 30 pictures, about 2.0 MB')).toBeVisible();
    expect(reel.film).not.toHaveBeenCalled();

    preview.choice = {...USUAL_LOOP, seconds: 4};
    await preview.updateComplete;
    expect(reel.film).toHaveBeenCalledOnce();
    reel.lengthMs = 4000;
    await expect.element(text('4.0 s, 60 pictures, about 4.0 MB')).toBeVisible();
  });

  it('shows of a clip what there is', async () => {
    const reel = fakeReel({live: false});
    reel.lengthMs = 1000;
    await open(reel);

    await expect.element(button('Play the loop')).toBeVisible();
    expect(button('Film on').query()).toBeNull();
    expect(reel.film).not.toHaveBeenCalled();
  });

  it('tells when there is enough for a loop', async () => {
    const {preview, reel} = await open();
    const told = heard(preview, 'loop-ready');
    reel.lengthMs = 400;
    await frame();
    reel.lengthMs = 600;
    await vi.waitFor(() => {
      expect(told).toEqual([true]);
    });

    reel.film();
    await vi.waitFor(() => {
      expect(told).toEqual([true, false]);
    });
  });

  it('draws nothing any more once it is gone', async () => {
    const {preview, reel} = await open();
    reel.lengthMs = 3000;
    await vi.waitFor(() => {
      expect(reel.drawn.length).toBeGreaterThan(0);
    });
    preview.remove();
    const {length} = reel.drawn;
    await frame();
    await frame();

    expect(reel.drawn).toHaveLength(length);
  });
});
