import {describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {StrokeSize} from '../../../src/ui/look/stroke-size.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const choice = (name: string) => page.getByRole('radio', {name});

describe('<stroke-size>', () => {
  it('marks the one that is chosen', async () => {
    const element = await mount(new StrokeSize(), {stroke: 'medium'});
    await expect.element(choice('Medium')).toBeChecked();

    element.stroke = 'fine';
    await element.updateComplete;
    await expect.element(choice('Fine')).toBeChecked();
    await expect.element(choice('Medium')).not.toBeChecked();
  });

  it('tells which one a person takes', async () => {
    const changes = heard(await mount(new StrokeSize(), {stroke: 'broad'}), 'stroke-change');
    await page.getByText('Fine').click();
    await userEvent.keyboard('{ArrowRight}');

    expect(changes).toEqual(['fine', 'medium']);
  });

  it('follows a stroke set elsewhere after the person has chosen', async () => {
    const element = await mount(new StrokeSize(), {stroke: 'broad'});
    await page.getByText('Fine').click();

    element.stroke = 'fine';
    await element.updateComplete;
    element.stroke = 'broad';
    await element.updateComplete;

    await expect.element(choice('Broad')).toBeChecked();
  });

  it('is accessible', async () => {
    const element = await mount(new StrokeSize());
    await expect.element(page.getByRole('group', {name: 'Stroke size'})).toBeVisible();
    await expectAccessible(element);
  });
});
