import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {MovingPicture} from '../../../src/ui/captures/moving-picture.ts';
import {expectAccessible, mount} from '../mount.ts';
import {paintedUrl} from '../page-fixture.ts';

const shown = {src: paintedUrl(3), name: 'loop.gif'};
const button = (name: string) => page.getByRole('button', {name});

describe('<moving-picture>', () => {
  it('stands still before somebody presses play, where less motion is wanted', async () => {
    const element = await mount(new MovingPicture(), shown);
    const [canvas, image] = ['canvas', 'img'].map((name) =>
      element.renderRoot.querySelector<HTMLElement>(name)!,
    );
    await expect.poll(() => (canvas as HTMLCanvasElement).width).toBe(96);
    expect([canvas!.hidden, image!.hidden]).toEqual([false, true]);
    await expectAccessible(element);

    await button('Play loop.gif').click();
    expect([canvas!.hidden, image!.hidden]).toEqual([true, false]);
    await expectAccessible(element);

    await button('Stop loop.gif').click();
    expect([canvas!.hidden, image!.hidden]).toEqual([false, true]);
  });

  it('has no button where it is to stand still', async () => {
    const element = await mount(new MovingPicture(), {...shown, still: true});

    expect(page.getByRole('button').query()).toBeNull();
    expect(page.getByRole('img').query()).toBeNull();
    await expectAccessible(element);
  });
});
