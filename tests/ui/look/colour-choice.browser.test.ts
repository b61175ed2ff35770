import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {ColourChoice} from '../../../src/ui/look/colour-choice.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const choice = (name: string) => page.getByRole('radio', {name, exact: true});
const slider = () => page.getByRole('slider', {name: 'How far'});

describe('<colour-choice>', () => {
  it('has no share to set while the colours are the style’s', async () => {
    const element = await mount(new ColourChoice());
    await expect.element(choice('Style')).toBeChecked();
    expect(slider().query()).toBeNull();
    await expectAccessible(element);
  });

  it('takes the scene’s all the way, and another way as far as before', async () => {
    const element = await mount(new ColourChoice());
    const changes = heard(element, 'colour-change');
    await page.getByText('Scene', {exact: true}).click();
    expect(changes).toEqual([{by: 'luminance', share: 1}]);

    element.colour = {by: 'luminance', share: 0.4};
    await element.updateComplete;
    await page.getByText('Both', {exact: true}).click();
    expect(changes.at(-1)).toEqual({by: 'palette', share: 0.4});
    await page.getByText('Style', {exact: true}).click();
    expect(changes.at(-1)).toEqual({by: 'luminance', share: 0});
  });

  it('sets how far, and all the way again with a double click', async () => {
    const element = await mount(new ColourChoice(), {colour: {by: 'palette', share: 0.7}});
    const changes = heard(element, 'colour-change');
    await expect.element(choice('Both')).toBeChecked();
    await expect.element(page.getByText('70 %')).toBeVisible();
    await slider().fill('25');
    await slider().dblClick();

    expect([changes[0], changes.at(-1)]).toEqual([
      {by: 'palette', share: 0.25},
      {by: 'palette', share: 1},
    ]);
    await expectAccessible(element);
  });
});
