import {describe, expect, it} from 'vitest';
import {page} from 'vitest/browser';
import {AS_LOOK} from '../../../src/app/look/region-key.ts';
import {WHOLE_PICTURE} from '../../../src/app/regions/regions-state.ts';
import {RegionChoice} from '../../../src/ui/look/region-choice.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {appState} from '../page-fixture.ts';

const {entries} = appState().styles;
const button = (name: string) => page.getByRole('button', {name, exact: true});
const select = (name: string) => page.getByRole('combobox', {name, exact: true});
const slider = (name: string) => page.getByRole('slider', {name});

describe('<region-choice>', () => {
  it('gives what most people want with one press', async () => {
    const element = await mount(new RegionChoice(), {entries});
    const changes = heard(element, 'region-change');
    await expect.element(button('Everything')).toHaveAttribute('aria-pressed', 'true');
    expect(slider('Soft edge').query()).toBeNull();
    await expectAccessible(element);
    await button('Cut out').click();
    await button('Keep faces').click();

    expect(changes).toEqual([
      {person: AS_LOOK, background: {by: 'none'}},
      {person: {by: 'look', alpha: 0.4}, background: AS_LOOK},
    ]);
  });

  it('covers each region by itself, with what that wants', async () => {
    const element = await mount(new RegionChoice(), {entries});
    const changes = heard(element, 'region-change');
    await select('People').selectOptions('Painted in another style');
    await select('Behind them').selectOptions('One colour');
    expect(changes).toEqual([
      {person: {by: 'style', id: entries[0]?.id}},
      {background: {by: 'colour', colour: '#00b140'}},
    ]);

    Object.assign(element, {person: {by: 'style', id: entries[1]?.id}, background: {by: 'blur'}});
    await element.updateComplete;
    await expect.element(select('People: style')).toHaveValue(entries[1]?.id ?? '');
    await slider('People: strength').fill('40');
    expect(changes.at(-1)).toEqual({person: {by: 'style', id: entries[1]?.id, alpha: 0.4}});
    await expectAccessible(element);
  });

  it('takes the look’s strength again, and the usual edge, with a double click', async () => {
    const element = await mount(new RegionChoice(), {
      entries,
      person: {by: 'look', alpha: 0.2},
      edge: {threshold: 0.3, feather: 0.1},
    });
    const changes = heard(element, 'region-change');
    await expect.element(page.getByText('20 %')).toBeVisible();
    await slider('People: strength').dblClick();
    await slider('How sure').dblClick();

    expect(changes).toContainEqual({person: {by: 'look'}});
    expect(changes.at(-1)).toEqual({edge: {threshold: 0.5, feather: 0.1}});
  });

  it('is where regions are painted by hand', async () => {
    const element = await mount(new RegionChoice(), {entries});
    const told = heard(element, 'hand');
    await button('Paint by hand').click();
    element.regions = {...WHOLE_PICTURE, hand: {...WHOLE_PICTURE.hand, isTaken: true}};
    element.painted = {mask: 'data:image/png;base64,AAAA', red: {by: 'blur'}, green: AS_LOOK};
    await element.updateComplete;
    await page.getByText('Eraser').click();
    await slider('Size').fill('50');
    await button('Invert').click();
    await button('Clear').click();
    await expect.element(button('Undo')).toBeDisabled();

    expect(told).toEqual([
      {do: 'take', isTaken: true},
      {do: 'choose', change: {paints: 'nothing'}},
      {do: 'choose', change: {size: 0.4}},
      {do: 'invert'},
      {do: 'clear'},
    ]);
    const changes = heard(element, 'region-change');
    await select('Second region').selectOptions('As filmed');
    expect(changes).toEqual([{painted: {...element.painted, green: {by: 'frame'}}}]);
    await expectAccessible(element);
  });

  it.each([
    ['coming', 'Learning to tell'],
    ['failed', 'cannot be told'],
  ] as const)('says that persons are %s', async (persons, words) => {
    const element = await mount(new RegionChoice(), {
      entries,
      background: {by: 'frame'},
      regions: {...WHOLE_PICTURE, persons},
    });
    await expect.element(page.getByRole('status')).toHaveTextContent(words);
    await expectAccessible(element);
  });
});
