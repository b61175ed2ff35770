import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {NO_MIDI} from '../../../src/app/midi/midi-state.ts';
import {MidiPanel} from '../../../src/ui/look/midi-panel.ts';
import {expectAccessible, heard, mount} from '../mount.ts';

const ON = {...NO_MIDI, phase: 'on', ports: ['nanoKONTROL']} as const;

describe('<midi-panel>', () => {
  it('asks for controllers', async () => {
    const element = await mount(new MidiPanel());
    const told = heard(element, 'midi');
    await page.getByRole('button', {name: 'Connect controllers'}).click();

    expect(told).toEqual([{do: 'start'}]);
    await expectAccessible(element);
  });

  it.each([
    ['unsupported', 'This browser knows no MIDI'],
    ['denied', 'MIDI is blocked'],
  ] as const)('says that it is %s', async (phase, sentence) => {
    const element = await mount(new MidiPanel(), {midi: {...NO_MIDI, phase}});

    await expect.element(page.getByRole('alert')).toHaveTextContent(sentence);
    await expectAccessible(element);
  });

  it('shows what is bound, learns and forgets', async () => {
    const bindings = {mix: {port: 'nanoKONTROL', channel: 0, number: 16}};
    const element = await mount(new MidiPanel(), {midi: {...ON, bindings, learning: 'colour'}});
    const told = heard(element, 'midi');
    await expect.element(page.getByText('nanoKONTROL, 16')).toBeVisible();
    await expect.element(page.getByText('Move a control')).toBeVisible();
    await page.getByRole('button', {name: 'Learn a control for: Style strength'}).click();
    await page.getByRole('button', {name: 'Learn a control for: Colours of the scene'}).click();
    await page.getByRole('button', {name: 'Forget the control of: Share of the second'}).click();

    expect(told).toEqual([
      {do: 'learn', target: 'strength'},
      {do: 'learn', target: null},
      {do: 'forget', target: 'mix'},
    ]);
    await expectAccessible(element);
  });
});
