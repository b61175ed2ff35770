import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {commandEntries} from '../../../src/ui/commands/commands.ts';
import {HelpSheet} from '../../../src/ui/commands/help-sheet.ts';
import {shownKey} from '../../../src/ui/commands/shown-key.ts';
import {expectAccessible, mount} from '../mount.ts';

describe('<help-sheet>', () => {
  it('lists every shortcut', async () => {
    const sheet = await mount(new HelpSheet());
    sheet.show();

    await expect.element(page.getByRole('dialog', {name: 'Keyboard shortcuts'})).toBeVisible();
    const keys = [...sheet.renderRoot.querySelectorAll('kbd')].map(({textContent}) => textContent);
    expect(keys).toEqual(commandEntries.map(([, command]) => shownKey(command)));
  });

  it('can be asked for while it is open', async () => {
    const sheet = await mount(new HelpSheet());

    sheet.show();
    sheet.show();
    await page.getByRole('button', {name: 'Close'}).click();

    expect(page.getByRole('dialog').query()).toBeNull();
  });

  it('is accessible', async () => {
    const sheet = await mount(new HelpSheet());
    sheet.show();
    await expectAccessible(sheet);
  });
});
