import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {OwnStyleSheet} from '../../../src/ui/styles/own-style-sheet.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {styleEntries} from '../page-fixture.ts';

const [entry] = styleEntries(1).slice(-1);
const button = (name: string) => page.getByRole('button', {name, exact: true});

async function showSheet() {
  const sheet = await mount(new OwnStyleSheet());
  await sheet.show(entry!);
  return sheet;
}

describe('<own-style-sheet>', () => {
  it('renames', async () => {
    const renames = heard(await showSheet(), 'style-rename');
    await expect.element(page.getByRole('textbox', {name: 'Title'})).toHaveValue(entry!.title);

    await page.getByRole('textbox', {name: 'Title'}).fill('  Quilt ');
    await button('Save').click();

    expect(renames).toEqual([{id: 'own-1', title: 'Quilt'}]);
    expect(page.getByRole('dialog').query()).toBeNull();
  });

  it('does not rename to nothing or to the same', async () => {
    const renames = heard(await showSheet(), 'style-rename');

    await button('Save').click();
    await showSheet();
    await page.getByRole('textbox').fill('   ');
    await button('Save').click();

    expect(renames).toEqual([]);
  });

  it('saves as a file, and stays open', async () => {
    const saves = heard(await showSheet(), 'style-save');
    await button('Save as a file').click();

    expect(saves).toEqual(['own-1']);
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });

  it('asks before it removes', async () => {
    const removals = heard(await showSheet(), 'style-remove');

    await button('Remove').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Remove this style for good?');
    expect(removals).toEqual([]);
    await button('Remove it').click();

    expect(removals).toEqual(['own-1']);
    expect(page.getByRole('dialog').query()).toBeNull();
  });

  it('keeps the style when the person thinks again', async () => {
    const removals = heard(await showSheet(), 'style-remove');

    await button('Remove').click();
    await button('Keep it').click();

    await expect.element(button('Save')).toBeVisible();
    expect(removals).toEqual([]);
  });

  it('is accessible', async () => {
    await expectAccessible(await showSheet());
  });
});
