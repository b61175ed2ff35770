import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {SILENCE} from '../../../src/app/sound/sound-state.ts';
import {SoundPanel} from '../../../src/ui/look/sound-panel.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const ON = {...SILENCE, phase: 'on', level: 0.4} as const;

describe('<sound-panel>', () => {
  it('asks before it listens', async () => {
    const element = await mount(new SoundPanel());
    const told = heard(element, 'sound');
    await page.getByRole('button', {name: 'Listen to the microphone'}).click();

    expect(told).toEqual([{do: 'start', from: 'microphone'}]);
    await expectAccessible(element);
  });

  it('chooses what is heard, what it drives and how far', async () => {
    const element = await mount(new SoundPanel(), {sound: ON});
    const told = heard(element, 'sound');
    await page.getByText('Treble').click();
    await page.getByText('Mix', {exact: true}).click();
    await page.getByText('Strokes').click();
    await page.getByRole('slider', {name: 'How far'}).fill('30');
    await page.getByRole('button', {name: 'Stop listening'}).click();

    expect(told).toEqual([
      {do: 'choose', choice: {band: 'treble'}},
      {do: 'choose', choice: {target: 'mix'}},
      {do: 'choose', choice: {target: 'stroke'}},
      {do: 'choose', choice: {depth: 0.3}},
      {do: 'stop'},
    ]);
    await expectAccessible(element);
  });

  it('shows what is chosen of each', async () => {
    await mount(new SoundPanel(), {sound: ON});

    await expect.element(page.getByRole('radio', {name: 'Bass'})).toBeChecked();
    await expect.element(page.getByRole('radio', {name: 'Strength'})).toBeChecked();
  });

  it('says that one style is no mix', async () => {
    const element = await mount(new SoundPanel(), {sound: {...ON, target: 'mix'}});
    await expect.element(page.getByText('Mix a second style in')).toBeVisible();
    element.styleCount = 2;
    await element.updateComplete;
    expect(page.getByText('Mix a second style in').query()).toBeNull();
  });

  it.each(['denied', 'unsupported'] as const)('says that the microphone is %s', async (phase) => {
    const element = await mount(new SoundPanel(), {sound: {...SILENCE, phase}});
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectAccessible(element);
  });
});
