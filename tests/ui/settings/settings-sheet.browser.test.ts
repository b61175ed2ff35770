import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {settingsRows} from '../../../src/app/settings/settings-rows.ts';
import {SettingsSheet} from '../../../src/ui/settings/settings-sheet.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {appState, type Change} from '../page-fixture.ts';

const sizes = [144, 192, 256, 320, 384, 480, 576, 720];
const rowsOf = (change: Change) => settingsRows(appState(change));
const choice = (name: RegExp) => page.getByRole('combobox', {name});

async function openSettings(settings: Change['settings'] = {}) {
  const sheet = await mount(new SettingsSheet(), {rows: rowsOf({settings})});
  sheet.show();
  return sheet;
}

describe('<settings-sheet>', () => {
  it('shows what is set', async () => {
    await openSettings({size: 384, mirror: 'off', bitrate: 'high', microphone: true});

    await expect.element(choice(/^Working size/)).toHaveValue('384');
    await expect.element(choice(/^Mirror/)).toHaveValue('off');
    await expect.element(choice(/^Recording quality/)).toHaveValue('high');
    await expect.element(page.getByRole('checkbox', {name: /^Record sound/})).toBeChecked();
  });

  it('offers the networks there are, and says what another one wants', async () => {
    const sheet = await openSettings();
    const network = choice(/^Network/);
    const options = network.getByRole('option').elements() as HTMLOptionElement[];

    expect(options.map((option) => option.textContent.trim())).toEqual([
      'Automatic',
      'Balanced',
      'Fine',
      'The paper’s (needs an encoder)',
    ]);
    expect(options.map(({disabled}) => disabled)).toEqual([false, false, false, true]);
    await expect.element(page.getByText(/swift paints; for vgg19 drop an encoder/)).toBeVisible();
    sheet.rows = rowsOf({networks: {changing: true}});
    await expect.element(page.getByText('Waking another one …')).toBeVisible();
  });

  it('offers the sizes there are', async () => {
    await openSettings();

    const options = choice(/^Working size/)
      .getByRole('option')
      .elements();
    expect(options.map((option) => option.textContent.trim())).toEqual([
      'Automatic',
      ...sizes.map((size) => `${size} px`),
    ]);
  });

  it.each([
    [/^Network/, 'Fine', {model: 'swift-hd'}],
    [/^Working size/, '256 px', {size: 256}],
    [/^Working size/, 'Automatic', {size: 'auto'}],
    [/^Mirror/, 'Always', {mirror: 'on'}],
    [/^Recording quality/, 'Low', {bitrate: 'low'}],
  ])('%s can be set to %s', async (name, option, change) => {
    const changes = heard(await openSettings({size: 720}), 'settings-change');

    await choice(name).selectOptions(option);

    expect(changes).toEqual([change]);
  });

  it.each([
    [/^Record sound/, {microphone: true}],
    [/^Record mirrored/, {recordMirrored: false}],
    [/^Show the numbers/, {overlay: false}],
  ])('%s can be switched', async (name, change) => {
    const changes = heard(await openSettings(), 'settings-change');

    await page.getByRole('checkbox', {name}).click();

    expect(changes).toEqual([change]);
  });

  it('closes', async () => {
    await openSettings();

    await page.getByRole('button', {name: 'Close'}).click();

    expect(page.getByRole('dialog').query()).toBeNull();
  });

  it('is accessible', async () => {
    await expectAccessible(await openSettings());
  });
});
