import {describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {StyleStrength} from '../../../src/ui/look/style-strength.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const slider = () => page.getByRole('slider', {name: 'Style strength'});

describe('<style-strength>', () => {
  it('shows alpha as per cent', async () => {
    await mount(new StyleStrength(), {alpha: 0.8});

    await expect.element(slider()).toHaveValue('80');
    await expect.element(page.getByText('80 %')).toBeVisible();
  });

  it('tells the new alpha', async () => {
    const element = await mount(new StyleStrength(), {alpha: 0.8});
    const changes = heard(element, 'alpha-change');

    (slider().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowLeft}');

    expect(changes).toEqual([0.79]);
  });

  it('goes on past the full style, and back to it with a double click', async () => {
    const element = await mount(new StyleStrength(), {alpha: 1});
    const changes = heard(element, 'alpha-change');
    await slider().fill('150');
    await slider().dblClick();

    expect([changes[0], changes.at(-1)]).toEqual([1.5, 1]);
  });

  it('follows an alpha set elsewhere after the person has moved it', async () => {
    const element = await mount(new StyleStrength(), {alpha: 0.5});
    await slider().fill('60');

    element.alpha = 0.6;
    await element.updateComplete;
    element.alpha = 0.2;
    await element.updateComplete;

    await expect.element(slider()).toHaveValue('20');
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new StyleStrength()));
  });
});
