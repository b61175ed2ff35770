import {describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {BeforeAfter} from '../../../src/ui/stage/before-after.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const slider = () => page.getByRole('slider', {name: 'Before and after'});

describe('<before-after>', () => {
  it('stands where it is told', async () => {
    const element = await mount(new BeforeAfter(), {position: 0.25});

    await expect.element(slider()).toHaveAttribute('aria-valuenow', '25');
    const {left, width} = slider().element().getBoundingClientRect();
    expect(left + width / 2).toBeCloseTo(element.getBoundingClientRect().width / 4, 0);
  });

  it('moves with the arrow keys, in leaps with shift, and to both ends', async () => {
    const element = await mount(new BeforeAfter(), {position: 0.5});
    const moves = heard(element, 'divider-move');

    (slider().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}{Shift>}{ArrowRight}{/Shift}{Home}{End}');

    expect(moves).toEqual([0.48, 0.52, 0.6, 0, 1]);
  });

  it('never leaves the picture', async () => {
    const element = await mount(new BeforeAfter(), {position: 1});
    const moves = heard(element, 'divider-move');

    (slider().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');

    expect(moves).toEqual([1]);
  });

  it('follows the pointer while it is held, and only then', async () => {
    const element = await mount(new BeforeAfter(), {position: 0.5});
    const moves = heard(element, 'divider-move');
    const {width, height} = element.getBoundingClientRect();
    const handle = slider().element();
    const at = (type: string, share: number) =>
      handle.dispatchEvent(
        new PointerEvent(type, {pointerId: 7, clientX: share * width, clientY: height / 2}),
      );
    let held = false;
    handle.setPointerCapture = () => void (held = true);
    handle.hasPointerCapture = () => held;

    at('pointermove', 0.9);
    at('pointerdown', 0.5);
    at('pointermove', 0.3);

    expect(moves).toHaveLength(1);
    expect(moves[0]).toBeCloseTo(0.3);
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new BeforeAfter()));
  });
});
