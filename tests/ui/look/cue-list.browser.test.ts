import '../../../src/ui/look/cue-keys.ts';
import {describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import type {Cue} from '../../../src/app/cues/cues-state.ts';
import {CueList} from '../../../src/ui/look/cue-list.ts';
import {expectAccessible, heard, mount} from '../mount.ts';
import {paintedUrl, showPage} from '../page-fixture.ts';

const CUES: Cue[] = ['Opening', 'Rain', 'Finale'].map((name, index) => ({
  id: name,
  name,
  look: {},
  fadeMs: 1000 * index,
  thumbnail: paintedUrl(index + 1),
}));

async function mountList(cues: Partial<CueList['cues']> = {}) {
  const element = await mount(new CueList(), {
    cues: {list: CUES, current: null, autopilot: null, ...cues},
  });
  element.style.width = '340px';
  return {element, told: heard(element, 'cue')};
}

describe('<cue-list>', () => {
  it('says what cues are while there are none', async () => {
    const {element, told} = await mountList({list: []});
    await expect.element(page.getByText('Keep looks to come back to')).toBeVisible();
    await page.getByRole('button', {name: 'Keep this look'}).click();

    expect(told).toEqual([{do: 'keep'}]);
    await expectAccessible(element);
  });

  it('recalls, and marks what was recalled', async () => {
    const {element, told} = await mountList({current: 'Rain'});
    const rain = page.getByRole('button', {name: 'Cue 2: Rain'});
    await expect.element(rain).toHaveAttribute('aria-current', 'true');
    await page.getByRole('button', {name: 'Cue 3: Finale'}).click();

    expect(told).toEqual([{do: 'recall', place: 2}]);
    await expectAccessible(element);
  });

  it('changes what was recalled', async () => {
    const {told} = await mountList({current: 'Rain'});
    await page.getByRole('textbox', {name: 'Name'}).fill('Storm');
    await userEvent.tab();
    await page.getByRole('combobox', {name: 'Comes in within'}).selectOptions('4 s');
    await page.getByRole('button', {name: 'Move later'}).click();
    await page.getByRole('button', {name: 'Remove Rain'}).click();

    expect(told).toEqual([
      {do: 'change', id: 'Rain', change: {name: 'Storm'}},
      {do: 'change', id: 'Rain', change: {fadeMs: 4000}},
      {do: 'move', id: 'Rain', by: 1},
      {do: 'remove', id: 'Rain'},
    ]);
  });

  it('stays within a narrow panel', async () => {
    const {element: list} = await mountList({current: 'Opening'});
    list.style.width = '240px';

    const edge = list.getBoundingClientRect().right;
    for (const part of list.renderRoot.querySelectorAll('.line > *')) {
      expect(part.getBoundingClientRect().right).toBeLessThanOrEqual(edge);
    }
  });

  it('sets the autopilot, with a period of the address, too', async () => {
    const {told} = await mountList({autopilot: 7});
    const autopilot = page.getByRole('combobox', {name: 'Autopilot'});
    await expect.element(autopilot).toHaveValue('7');
    await autopilot.selectOptions('Every 20 s');
    await autopilot.selectOptions('Off');

    expect(told).toEqual([
      {do: 'autopilot', seconds: 20},
      {do: 'autopilot', seconds: null},
    ]);
  });

  it('opens a file', async () => {
    const {told} = await mountList();
    const file = new File(['{}'], 'cues.json', {type: 'application/json'});
    await userEvent.upload(page.getByLabelText('File of cues'), file);

    expect(told).toMatchObject([{do: 'open', file: {name: 'cues.json'}}]);
  });
});

describe('the keys', () => {
  it('recall and step, but not while something is typed', async () => {
    const {calls} = await showPage({cues: {list: CUES}});
    await userEvent.keyboard('2{PageDown}{PageUp}{Control>}3{/Control}');
    expect(calls).toEqual([
      ['withCues', 'recall', 1],
      ['withCues', 'step', 1],
      ['withCues', 'step', -1],
    ]);
  });

  it('mean nothing without cues', async () => {
    const {calls} = await showPage();
    await userEvent.keyboard('1{PageDown}');

    expect(calls).toEqual([]);
  });
});
