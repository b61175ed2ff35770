import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {StageTools} from '../../../src/ui/stage/stage-tools.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

describe('<stage-tools>', () => {
  it.each([
    ['Before and after', 'divider-toggle'],
    ['Freeze the picture', 'freeze-toggle'],
    ['Full screen', 'full-screen-toggle'],
  ] as const)('tells when "%s" is pressed', async (name, event) => {
    const tools = await mount(new StageTools());
    const toggles = heard(tools, event);

    await page.getByRole('button', {name}).click();

    expect(toggles).toHaveLength(1);
  });

  it('shows what is on', async () => {
    await mount(new StageTools(), {divided: true, filling: true});

    const pressed = page.getByRole('button', {pressed: true});
    await expect.element(pressed).toHaveAccessibleName('Before and after');
    await expect.element(page.getByRole('button', {name: 'Leave full screen'})).toBeVisible();
  });

  it('is accessible', async () => {
    await expectAccessible(await mount(new StageTools(), {frozen: true}));
  });
});
